import Glibc

/// Which file stands at a path: another one that takes the path has another identity.
package struct FileIdentity: Equatable {
  let device: UInt
  let inode: UInt

  /// The file at the path, nil if there is none; throws if that cannot be found out.
  package init?(of path: String) throws(SystemError) {
    var found = stat()
    guard stat(path, &found) == 0 else {
      guard errno == ENOENT else { throw .latest }
      return nil
    }
    self.init(found)
  }

  init(_ found: stat) {
    device = UInt(found.st_dev)
    inode = UInt(found.st_ino)
  }
}

/// What a file is known by while it stays as it is; one that is not there is stamped too.
package struct FileStamp: Sendable, Hashable {
  package let path: String
  private let inode: UInt64
  /// In bytes; below 0 if there is no file.
  package let size: Int64
  /// In nanoseconds since 1970.
  package let changed: Int64
  /// The same for the file's status, which no copy keeps.
  private let statusChanged: Int64

  /// The file that stands at the path now, links followed.
  package init(of path: String) {
    self.path = path
    var found = stat()
    guard stat(path, &found) == 0 else {
      // One that is hidden is another thing than none.
      (inode, size, changed, statusChanged) = (0, -Int64(errno), 0, 0)
      return
    }
    inode = UInt64(found.st_ino)
    size = Int64(found.st_size)
    changed = nanoseconds(found.st_mtim)
    statusChanged = nanoseconds(found.st_ctim)
  }

  /// The stamp as one line of text.
  package var text: String { "\(inode) \(size) \(changed) \(statusChanged) \(path)" }
}

/// A file may be dated so far ahead that there are no such numbers.
private func nanoseconds(_ time: timespec) -> Int64 {
  Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
}
