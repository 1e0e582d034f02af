import Glibc

/// What a file is known by while it stays as it is; one that is not there is stamped too.
package struct SourceStamp: Sendable, Hashable {
  let path: String
  private let inode: UInt64
  /// In bytes; below 0 where there is no file.
  package let size: Int64
  /// In nanoseconds since 1970.
  let changed: Int64

  /// The file that stands at the path now, links followed.
  package init(of path: String) {
    self.path = path
    var found = stat()
    guard stat(path, &found) == 0 else {
      // One that is hidden is another thing than none.
      (inode, size, changed) = (0, -Int64(errno), 0)
      return
    }
    inode = UInt64(found.st_ino)
    size = Int64(found.st_size)
    // A file may be dated so far ahead that there are no such numbers.
    changed = Int64(found.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(found.st_mtim.tv_nsec)
  }

  /// The stamp as one line of text.
  var text: String { "\(inode) \(size) \(changed) \(path)" }
}
