import Foundation
package import Glibc

/// Whose a file is, and who may do what with it.
package struct FileRights: Sendable, Hashable {
  package var mode: mode_t
  /// Nil for whoever writes it.
  package var owner: uid_t?
  package var group: gid_t?

  /// For its owner alone.
  package static let own = FileRights(mode: 0o600)
}

/// Writes a whole file: beside its place, synced, then renamed over it, so that nobody ever reads half of one.
///
/// The folders above it are made, 0700. A link in its place is replaced, not followed. One that is not `lasting` is
/// not synced: nobody looks for it after a power cut.
package func replaceFile(
  _ path: String, with bytes: [UInt8], rights: FileRights = .own, lasting: Bool = true
) throws(SystemFault) {
  let parent = folder(of: path)
  if !parent.isEmpty { try makeFolder(parent) }
  let draft = path + ".\(getpid()).\(UInt32.random(in: 0 ... .max))"
  let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
  guard file >= 0 else { throw .latest }
  let failure =
    write(bytes, to: file) ?? give(file, rights) ?? (lasting ? result(fsync(file)) : nil)
  close(file)
  if let failure = failure ?? result(rename(draft, path)) {
    unlink(draft)
    throw failure
  }
}

private func write(_ bytes: [UInt8], to file: CInt) -> SystemFault? {
  var rest = bytes[...]
  while !rest.isEmpty {
    let written = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
    if written < 0 && errno == EINTR { continue }
    guard written >= 0 else { return .latest }
    rest = rest.dropFirst(written)
  }
  return nil
}

private func give(_ file: CInt, _ rights: FileRights) -> SystemFault? {
  if let owner = rights.owner, let group = rights.group, fchown(file, owner, group) != 0 {
    // Who edits a file of a group of others keeps what of its rights is theirs to give.
    return result(fchmod(file, rights.mode & 0o700))
  }
  return result(fchmod(file, rights.mode))
}

private func result(_ status: CInt) -> SystemFault? {
  status == 0 ? nil : .latest
}
