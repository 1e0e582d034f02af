import Foundation
import Glibc

/// Writes a file anew, whole, with the owner and the mode that it has, links followed, once what it held stands
/// beside it, for its owner alone; gives the path of that, or nil where there was no file.
///
/// `earlier` is what it held when the change was made; throws where it holds something else by now.
package func rewriteFile(
  _ file: String, from earlier: [UInt8]?, to bytes: [UInt8], backupSuffix: String
) throws(RewriteFault) -> String? {
  do {
    let path = try endOfLinks(file.contains("/") ? file : "./" + file)
    try makeFolder(folder(of: path))
    return try locking(folderOf: path, .exclusive) {
      let found = FileManager.default.contents(atPath: path).map { [UInt8]($0) }
      guard found == earlier else { throw RewriteFault.changedMeanwhile(file: file) }
      let rights = try rightsToWrite(path)
      let backup = try earlier.map { try keep($0, as: path + backupSuffix) }
      try replaceFile(path, with: bytes, rights: rights)
      return backup
    }
  } catch let fault as RewriteFault {
    throw fault
  } catch {
    throw .unwritable(file: file, reason: reason(error))
  }
}

/// Why a file was not written anew; it is as it was.
package enum RewriteFault: Error, Sendable, Hashable, CustomStringConvertible {
  case changedMeanwhile(file: String)
  case unwritable(file: String, reason: String)

  package var description: String {
    switch self {
    case .changedMeanwhile(let file):
      "\(file) was changed by something else meanwhile, so nothing was written; try again."
    case .unwritable(let file, let reason):
      "\(file) could not be written: \(reason)."
    }
  }
}

/// Writes a new file of that name, or of that name with a number.
private func keep(_ bytes: [UInt8], as path: String) throws(SystemFault) -> String {
  var name = path
  for number in 2...1000 {
    do {
      try makeFile(name)
      try replaceFile(name, with: bytes)
      return name
    } catch let fault where fault.code == EEXIST {
      name = path + "-\(number)"
    }
  }
  throw SystemFault(code: EEXIST)
}
