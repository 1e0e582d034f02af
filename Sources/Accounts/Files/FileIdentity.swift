import Glibc

/// Which file stands at a path: another one that takes the path has another identity.
struct FileIdentity: Equatable {
  let device: UInt
  let inode: UInt

  /// The file at the path, nil where there is none; throws where that cannot be found out.
  init?(of path: String) throws(SystemError) {
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
