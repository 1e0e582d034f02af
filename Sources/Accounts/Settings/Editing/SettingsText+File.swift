import Foundation
import Glibc

extension SettingsText {
  /// The text of a file; an empty one where there is none.
  package static func read(_ file: String) throws(SettingsFault) -> SettingsText {
    switch TextFile(file) {
    case .absent: return SettingsText("", file: file)
    case .text(let text): return SettingsText(text, file: file)
    case .unreadable(let reason): throw .unreadable(file: file, reason: reason)
    }
  }

  /// Writes this text in the place of an earlier one, whole, with the file's rights; a link is followed.
  ///
  /// Throws where the file no longer holds the earlier text: then it is left alone.
  package func write(over earlier: SettingsText) throws(SettingsFault) {
    do {
      let path = try endOfLinks(file)
      try makeFolder(folder(of: path))
      try locking(folderOf: path, .exclusive) {
        guard try Self.read(path).hasBytes(of: earlier) else {
          throw SettingsFault.changedMeanwhile(file: file)
        }
        try replaceFile(path, with: Array(text.utf8), rights: rightsToWrite(path))
      }
    } catch let fault as SettingsFault {
      throw fault
    } catch {
      throw .unwritable(file: file, reason: reason(error))
    }
  }

  /// Not `==`, which takes an accent for the same however it is written.
  private func hasBytes(of other: SettingsText) -> Bool {
    text.utf8.elementsEqual(other.text.utf8)
  }
}

/// The rights that a file keeps, or those of a new one; throws where it must not be written.
private func rightsToWrite(_ path: String) throws(SystemFault) -> FileRights {
  var found = stat()
  guard stat(path, &found) == 0 else { return .own }
  guard access(path, W_OK) == 0 else { throw .latest }
  return FileRights(mode: found.st_mode & 0o7777, owner: found.st_uid, group: found.st_gid)
}

/// Where a path leads in the end, whether a file is there or not.
private func endOfLinks(_ path: String) throws(SystemFault) -> String {
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
