import Glibc

/// A temporary file that will replace another, locked for as long as its writer lives.
///
/// The lock tells an abandoned draft of a killed writer from one in use.
package struct Draft: ~Copyable {
  let file: CInt
  private let folder: String
  /// Nil while the draft has no name, so that nothing is left behind in any case.
  private var path: String?
  /// False if SQLite may have opened the file: closing it here would release SQLite's locks.
  package var isClosed = true

  /// A draft without a name; nil if the file system does not support this.
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
      // A sweep may have found it before it was locked, and removed it.
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

  /// The path of the draft, if it has a name.
  package var name: String? { path }

  /// The prefix of all drafts' names.
  static let prefix = ".switchback-"

  private static func name() -> String {
    let digits = String(UInt64.random(in: 0 ... .max), radix: 16)
    return prefix + String(repeating: "0", count: 16 - digits.count) + digits
  }
}

/// The prefix of the names of Switchback's drafts.
package let draftPrefix = Draft.prefix

extension Draft {
  /// Replaces the file at a path; false if a draft without a name cannot be given one.
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

  /// Links the draft to a path unless a file is there; returns the error number if that fails.
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

/// `O_TMPFILE`, which Swift's Glibc does not show.
private let unnamed: CInt = 0o20_000_000 | O_DIRECTORY

private func hasName(_ file: CInt) -> Bool {
  var found = stat()
  return fstat(file, &found) == 0 && found.st_nlink > 0
}
