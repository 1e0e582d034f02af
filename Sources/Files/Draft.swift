import Glibc

/// A file on its way to its place: locked for as long as its writer lives, so that what a killed writer leaves is known
/// to be abandoned.
package struct Draft: ~Copyable {
  let file: CInt
  private let folder: String
  /// Nil while it has no name, so that nothing is left of it whatever happens.
  private var path: String?
  /// False if SQLite may have opened it in its place: closing it would take SQLite's locks away.
  package var isClosed = true

  /// One without a name; nil if the file system has none such.
  init?(unnamedIn folder: String) {
    let file = open(folder, unnamed | O_WRONLY | O_CLOEXEC, 0o600)
    guard file >= 0 else { return nil }
    flock(file, LOCK_EX | LOCK_NB)
    (self.file, self.folder, path) = (file, folder, nil)
  }

  package init(namedIn folder: String) throws(SystemError) {
    for _ in 1...100 {
      let path = folder + "/" + Self.name()
      let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
      guard file >= 0 else {
        guard errno == EEXIST else { throw .latest }
        continue
      }
      // Whoever sweeps may have found it before it was locked, and removed it.
      if flock(file, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK, hasName(file) {
        (self.file, self.folder, self.path) = (file, folder, path)
        return
      }
      close(file)
    }
    throw SystemError(code: EAGAIN)
  }

  deinit {
    if let path { unlink(path) }
    if isClosed { close(file) }
  }

  /// Where it can be found by name.
  package var name: String? { path }

  /// What all drafts' names begin with.
  static let prefix = ".switchback-"

  private static func name() -> String {
    let digits = String(UInt64.random(in: 0 ... .max), radix: 16)
    return prefix + String(repeating: "0", count: 16 - digits.count) + digits
  }
}

/// What the names of our drafts begin with.
package let draftPrefix = Draft.prefix

extension Draft {
  /// Puts it in the place of whatever is there; false if a draft without a name cannot be given one.
  mutating func replace(_ target: String) throws(SystemError) -> Bool {
    if path == nil {
      switch put(unlessThere: target) {
      case nil: return true
      case EEXIST: break
      default: return false
      }
      let name = folder + "/" + Self.name()
      guard put(unlessThere: name) == nil else { return false }
      path = name
    }
    guard let name = path else { return false }
    guard rename(name, target) == 0 else { throw .latest }
    path = nil
    return true
  }

  /// Gives it this name, too, unless there is one such; the error number where that fails.
  package func put(unlessThere target: String) -> CInt? {
    let status =
      if let path {
        linkat(AT_FDCWD, path, AT_FDCWD, target, 0)
      } else {
        linkat(AT_FDCWD, "/proc/self/fd/\(file)", AT_FDCWD, target, AT_SYMLINK_FOLLOW)
      }
    return status == 0 ? nil : errno
  }
}

/// `O_TMPFILE`, which Swift does not see.
private let unnamed: CInt = 0o20_000_000 | O_DIRECTORY

private func hasName(_ file: CInt) -> Bool {
  var found = stat()
  return fstat(file, &found) == 0 && found.st_nlink > 0
}
