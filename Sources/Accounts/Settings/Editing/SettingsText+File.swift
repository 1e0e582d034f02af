import Glibc

extension SettingsText {
  /// The text of a file; an empty one where there is none.
  package static func read(_ file: String) throws(SettingsError) -> SettingsText {
    switch TextFile(file, limit: 64 << 20) {
    case .absent: return SettingsText("", file: file)
    case .text(let text): return SettingsText(text, file: file)
    case .unreadable(let reason): throw .unreadable(file: file, reason: reason)
    }
  }

  /// Writes this text in the place of an earlier one, whole, with the file's rights; a link is followed.
  ///
  /// An empty text is no file: undoing the first edit leaves nothing behind. Throws where the file no longer holds the
  /// earlier text: then it is left alone.
  package func write(over earlier: SettingsText) throws(SettingsError) {
    do {
      let path = try resolveLinks(file)
      try makeFolder(folder(of: path))
      try withFolderLock(folderOf: path, .exclusive) {
        guard try Self.read(path).hasBytes(of: earlier) else {
          throw SettingsError.changedMeanwhile(file: file)
        }
        guard !text.isEmpty else { return try removeFile(path) }
        try replaceFile(path, with: Array(text.utf8), rights: rightsToWrite(path))
      }
    } catch let fault as SettingsError {
      throw fault
    } catch {
      throw .unwritable(file: file, reason: "\(error)")
    }
  }

  private func removeFile(_ path: String) throws {
    guard unlink(path) != 0, errno != ENOENT else { return }
    throw SystemError.latest
  }

  /// Not `==`, which takes an accent for the same however it is written.
  private func hasBytes(of other: SettingsText) -> Bool {
    text.utf8.elementsEqual(other.text.utf8)
  }
}
