import Foundation
import Glibc

/// The rights that a file keeps, or those of a new one; throws where it must not be written.
func rightsToWrite(_ path: String) throws(SystemFault) -> FileRights {
  var found = stat()
  guard stat(path, &found) == 0 else {
    guard errno == ENOENT else { throw .latest }
    return .own
  }
  guard access(path, W_OK) == 0 else { throw .latest }
  return FileRights(mode: found.st_mode & 0o7777, owner: found.st_uid, group: found.st_gid)
}

/// Where a path leads in the end, whether a file is there or not.
func endOfLinks(_ path: String) throws(SystemFault) -> String {
  var path = path
  for _ in 0..<40 {
    guard let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path) else {
      return path
    }
    path =
      target.hasPrefix("/")
      ? target : folder(of: path) + "/" + target
  }
  throw SystemFault(code: ELOOP)
}
