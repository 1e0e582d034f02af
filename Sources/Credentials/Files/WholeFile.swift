package import Accounts
import STS

/// Why a file that is there could not be read.
package struct ReadProblem: Error, Sendable, Equatable, CustomStringConvertible {
  package var path: String
  package var reason: String

  package init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  package init(_ fault: ReadFault, path: String) {
    self.init(path: path, reason: "\(fault)")
  }

  package var description: String { "\(forDisplay(path, limit: 300)) cannot be read: \(reason)." }
}

/// All bytes of a file; throws where it cannot be read, is none, or holds more than `limit` bytes.
package func readWhole(_ path: String, limit: Int) throws(ReadProblem) -> [UInt8] {
  do throws(ReadFault) { return try readBytes(path, limit: limit) } catch {
    throw ReadProblem(error, path: path)
  }
}

/// The same; nil where there is no such file, and nowhere else.
package func readWholeIfThere(_ path: String, limit: Int) throws(ReadProblem) -> [UInt8]? {
  do throws(ReadFault) { return try readBytesIfThere(path, limit: limit) } catch {
    throw ReadProblem(error, path: path)
  }
}
