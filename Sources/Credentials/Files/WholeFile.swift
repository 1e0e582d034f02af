package import Accounts
import STS

/// Why a file that is there could not be read.
package struct FileReadError: Error, Sendable, Equatable, CustomStringConvertible {
  package var path: String
  package var reason: String

  package init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  package init(_ fault: ReadError, path: String) {
    self.init(path: path, reason: "\(fault)")
  }

  package var description: String { "\(forDisplay(path, limit: 300)) cannot be read: \(reason)." }
}

/// All bytes of a file; throws where it cannot be read, is none, or holds more than `limit` bytes.
package func readWhole(_ path: String, limit: Int) throws(FileReadError) -> [UInt8] {
  do throws(ReadError) { return try readBytes(path, limit: limit) } catch {
    throw FileReadError(error, path: path)
  }
}

/// The same; nil where there is no such file, and nowhere else.
package func readWholeIfThere(_ path: String, limit: Int) throws(FileReadError) -> [UInt8]? {
  do throws(ReadError) { return try readBytesIfThere(path, limit: limit) } catch {
    throw FileReadError(error, path: path)
  }
}
