import Glibc

/// The kind of a file, or what is in its place.
package enum FileKind: Sendable, Hashable {
  case file
  /// `/dev/null`, which is read as an empty file.
  case nothing
  case folder
  case pipe
  case socket
  case device
  /// A symbolic link, if links are not followed.
  case link

  init(_ found: stat) {
    switch found.st_mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    case S_IFIFO: self = .pipe
    case S_IFSOCK: self = .socket
    case S_IFLNK: self = .link
    case S_IFCHR where found.st_rdev == nullDevice: self = .nothing
    default: self = .device
    }
  }

  /// The kind of the file at a path, following links if `following`; throws if that cannot be
  /// determined.
  package init(of path: String, following: Bool = true) throws(SystemError) {
    var found = stat()
    guard fstatat(AT_FDCWD, path, &found, following ? 0 : AT_SYMLINK_NOFOLLOW) == 0 else {
      throw .latest
    }
    self.init(found)
  }

  /// A clause for the end of a sentence that names the path.
  package var sentence: String {
    switch self {
    case .file: "it is a file"
    case .nothing: "it is /dev/null"
    case .folder: "it is a folder, not a file"
    case .pipe: "it is a FIFO, not a file"
    case .socket: "it is a socket, not a file"
    case .device: "it is a device, not a file"
    case .link: "it is a symbolic link, not a file"
    }
  }
}

/// Major number 1, minor number 3.
private let nullDevice: dev_t = 0x103
