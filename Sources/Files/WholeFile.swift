import Text

/// Why an existing file could not be read.
package struct FileReadError: Error, Sendable, Equatable, CustomStringConvertible {
  package var path: String
  package var reason: String

  package init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  package init(_ error: ReadError, path: String) {
    self.init(path: path, reason: "\(error)")
  }

  package var description: String { "\(forDisplay(path, limit: 300)) cannot be read: \(reason)." }
}

/// All bytes of a file; throws if it cannot be read, is not a file, or has more than `limit` bytes.
package func readWhole(_ path: String, limit: Int) throws(FileReadError) -> [UInt8] {
  do throws(ReadError) { return try readBytes(path, limit: limit) } catch {
    throw FileReadError(error, path: path)
  }
}

/// The same; nil if there is no such file, and for no other reason.
package func readWholeIfThere(_ path: String, limit: Int) throws(FileReadError) -> [UInt8]? {
  do throws(ReadError) { return try readBytesIfThere(path, limit: limit) } catch {
    throw FileReadError(error, path: path)
  }
}

/// Why a file of Switchback could not be written.
package struct FileWriteError: Error, Sendable, Equatable, CustomStringConvertible {
  package var path: String
  package var errno: Int32

  package var description: String { "Cannot write \(path): \(SystemError(code: errno))." }
}

/// Writes a whole file that only its owner can read: a draft, synced, then renamed to its place.
///
/// Missing folders above it are made with mode 0700. A file that is not `lasting` is not synced.
/// Throws `FileWriteError`.
package func writePrivately(
  _ bytes: [UInt8], to path: String, lasting: Bool = true
) throws(FileWriteError) {
  do throws(SystemError) { try replaceFile(path, with: bytes, lasting: lasting) } catch {
    throw FileWriteError(path: path, errno: error.code)
  }
}

/// Makes a folder and its missing parents with mode 0700; an existing folder is left as it is.
package func makePrivateFolder(_ path: String) {
  try? makeFolder(path)
}
