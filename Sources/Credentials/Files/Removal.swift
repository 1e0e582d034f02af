import Accounts
import Glibc
import STS

/// Why something of a login is still on this machine after a logout.
package struct FileRemovalError: Error, Sendable, Hashable, CustomStringConvertible {
  package var path: String
  package var reason: String

  package var description: String {
    "\(forDisplay(path, limit: 300)) could not be removed: \(reason)."
  }
}

/// Removes a file; false where there was none; throws where it is still there.
func removeFile(_ path: String) throws(FileRemovalError) -> Bool {
  guard unlink(path) != 0 else { return true }
  let fault = SystemError.latest
  // On a read-only file system that is said of a file that is not there, too.
  var found = stat()
  guard fault.code != ENOENT, lstat(path, &found) == 0 || errno != ENOENT else { return false }
  throw FileRemovalError(path: path, reason: "\(fault)")
}

/// What was done with several files, and sentences about those of them with which it could not be.
package struct PartialResult<Value: Sendable>: Sendable {
  package var value: Value
  package var problems: [String] = []
}

/// The names of the files of a cache; none where it cannot be read, which is among the problems.
func jsonFiles(in folder: String) -> PartialResult<[String]> {
  cacheFiles(in: folder) { $0.hasSuffix(".json") }
}

/// The same for files of other names.
func cacheFiles(in folder: String, where isOne: (String) -> Bool) -> PartialResult<[String]> {
  do throws(SystemError) {
    return PartialResult(value: try files(in: folder).filter(isOne).sorted())
  } catch {
    let problem = FileReadError(path: folder, reason: "\(error)")
    return PartialResult(value: [], problems: ["\(problem)"])
  }
}
