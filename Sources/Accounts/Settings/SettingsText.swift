import Files
import Glibc
import YAML

/// The text of `config.yaml`, and how it is changed: in place, every comment and every blank as it was.
///
/// Undoing a change is to write the text before it again.
package struct SettingsText: Sendable, Hashable {
  package let text: String
  /// The path, for what is said of it; nothing is read or written here.
  package let file: String

  /// The text as it stands in the file; an empty one where there is none.
  package init(_ text: String, file: String) {
    self.text = text
    self.file = file
  }

  /// Throws if nothing in it can be changed, since it is no YAML.
  package func check() throws(SettingsError) {
    do throws(YAMLEditError) {
      _ = try text.yamlValue()
    } catch {
      guard case .notYAML(let reason) = error.reason else { return }
      throw .notYAML(Origin(file: file, line: error.line), reason: reason)
    }
  }

  /// The text with one change made, and nothing else; the same text where it says so already.
  ///
  /// Throws if it is no YAML, and where the change cannot be made without changing more.
  package func applying(_ change: SettingsChange) throws(SettingsError) -> SettingsText {
    do throws(YAMLEditError) {
      var text = text
      for edit in change.edits(of: try text.yamlValue()) { text = try text.edited(edit) }
      let result = SettingsText(text, file: file)
      guard change.isSet(by: Settings(yaml: text, file: file)) else {
        throw YAMLEditError(line: 1, reason: .notInPlace)
      }
      return result
    } catch {
      let origin = Origin(file: file, line: error.line)
      switch error.reason {
      case .notYAML(let reason): throw .notYAML(origin, reason: reason)
      case .notInPlace: throw .notInPlace(origin, change)
      }
    }
  }
}

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
  /// An empty text is no file: undoing the first edit leaves nothing behind. Throws if the file no longer holds the
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

/// Why `config.yaml` was not changed; it is as it was.
package enum SettingsError: Error, Sendable, Hashable {
  case notYAML(Origin, reason: String)
  /// What stands there cannot be changed without changing more.
  case notInPlace(Origin, SettingsChange)
  /// Something else wrote the file since it was read.
  case changedMeanwhile(file: String)
  case unreadable(file: String, reason: String)
  case unwritable(file: String, reason: String)
}

extension SettingsError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notYAML(let origin, let reason):
      "\(origin.file):\(origin.line) is not YAML (\(reason)), so nothing was changed; mend it first."
    case .notInPlace(let origin, let change):
      "\(origin.file):\(origin.line) is written in a way that cannot be changed without changing more, "
        + "so nothing was; \(change.manualEdit) yourself."
    case .changedMeanwhile(let file):
      "\(file) was changed by another program in the meantime, so nothing was written. Try again."
    case .unreadable(let file, let reason):
      "\(file) could not be read: \(reason)."
    case .unwritable(let file, let reason):
      "\(file) could not be written: \(reason)."
    }
  }
}

extension SettingsChange {
  /// What a person would do in the file, as the start of a sentence.
  fileprivate var manualEdit: String {
    switch self {
    case .label(let change, let name):
      switch change.field {
      case (let key, let text?):
        "write `\(YAMLField(key, text).written(inFlow: false))` for the entry '\(name)'"
      case (let key, nil): "take '\(key)' out of the entry '\(name)'"
      }
    case .theme(let name, let variant?): "write `\(variant): \(name)` under 'theme'"
    case .theme(let name, nil): "write `theme: \(name)`"
    case .sort(let sort): "write `sort: \(sort)`"
    case .mouse(let mouse): "write `mouse: \(mouse)`"
    }
  }
}
