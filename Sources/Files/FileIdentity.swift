import Glibc

/// The identity of the file at a path: another file that takes the path has another identity.
package struct FileIdentity: Equatable {
  let device: UInt
  let inode: UInt

  /// The identity of the file at the path, nil if there is none; throws if that cannot be
  /// determined.
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

/// A stamp of a file that changes whenever the file does; a missing file has one too.
package struct FileStamp: Sendable, Hashable {
  package let path: String
  private let inode: UInt64
  /// The size in bytes; below 0 if there is no file.
  package let size: Int64
  /// The time of the last change, in nanoseconds since 1970.
  package let changed: Int64
  /// The same for the file's status, which copying does not preserve.
  private let statusChanged: Int64

  /// The stamp of the file at the path now, following links.
  package init(of path: String) {
    self.path = path
    var found = stat()
    guard stat(path, &found) == 0 else {
      // An inaccessible file differs from a missing one.
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

/// A file's date may be too far in the future for a number in nanoseconds.
private func nanoseconds(_ time: timespec) -> Int64 {
  Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
}
