import Glibc

/// Why a file of ours could not be written.
package struct WriteProblem: Error, Sendable, Equatable, CustomStringConvertible {
  package var path: String
  package var errno: Int32

  package var description: String { "Cannot write \(path): \(String(cString: strerror(errno)))." }
}

/// Writes a whole file that only its owner can read: beside its place, synced, then renamed over it.
///
/// The folders above it are made, 0700. Throws `WriteProblem`.
package func writePrivately(_ bytes: [UInt8], to path: String) throws(WriteProblem) {
  makePrivateFolder(folder(of: path))
  let draft = path + ".\(getpid()).\(UInt32.random(in: 0 ... .max))"
  let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
  guard file >= 0 else { throw WriteProblem(path: path, errno: errno) }
  let failure = write(bytes, to: file) ?? (fsync(file) == 0 ? nil : errno)
  close(file)
  if let failure = failure ?? (rename(draft, path) == 0 ? nil : errno) {
    unlink(draft)
    throw WriteProblem(path: path, errno: failure)
  }
}

/// Makes a folder and those above it, each 0700; one that is there already is left as it is.
package func makePrivateFolder(_ path: String) {
  guard !path.isEmpty, access(path, F_OK) != 0 else { return }
  makePrivateFolder(folder(of: path))
  mkdir(path, 0o700)
}

/// Writes all bytes; gives the error number where it cannot.
private func write(_ bytes: [UInt8], to file: Int32) -> Int32? {
  var rest = bytes[...]
  while !rest.isEmpty {
    let written = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
    if written < 0 && errno == EINTR { continue }
    guard written >= 0 else { return errno }
    rest = rest.dropFirst(written)
  }
  return nil
}

private func folder(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "" }
  return String(path[..<slash])
}
