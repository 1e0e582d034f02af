import Accounts

/// Why a file of ours could not be written.
package struct FileWriteError: Error, Sendable, Equatable, CustomStringConvertible {
  package var path: String
  package var errno: Int32

  package var description: String { "Cannot write \(path): \(SystemError(code: errno))." }
}

/// Writes a whole file that only its owner can read: as a draft, synced, then put in its place.
///
/// The folders above it are made, 0700. One that is not `lasting` is not synced. Throws `FileWriteError`.
package func writePrivately(
  _ bytes: [UInt8], to path: String, lasting: Bool = true
) throws(FileWriteError) {
  do throws(SystemError) { try replaceFile(path, with: bytes, lasting: lasting) } catch {
    throw FileWriteError(path: path, errno: error.code)
  }
}

/// Makes a folder and those above it, each 0700; one that is there already is left as it is.
package func makePrivateFolder(_ path: String) {
  try? makeFolder(path)
}
