import Glibc

/// Which file stands at a path: another one that takes the path has another identity.
struct FileIdentity: Equatable {
  let device: UInt
  let inode: UInt

  /// The file at the path; nil where there is none.
  init?(of path: String) {
    var found = stat()
    guard stat(path, &found) == 0 else { return nil }
    device = UInt(found.st_dev)
    inode = UInt(found.st_ino)
  }
}
