import Files
import Glibc
import YAML

/// The text of `config.yaml` and its in-place edits, which preserve every comment and space.
///
/// To undo a change, write the earlier text again.
package struct SettingsText: Sendable, Hashable {
  package let text: String
  /// The path, for messages; the file itself is neither read nor written here.
  package let file: String

  /// The text of a file; empty if there is none.
  package init(_ text: String, file: String) {
    self.text = text
    self.file = file
  }

  /// Throws if the text cannot be edited because it is not YAML.
  package func check() throws(SettingsError) {
    do throws(YAMLEditError) {
      _ = try text.yamlValue()
    } catch {
      guard case .notYAML(let reason) = error.reason else { return }
      throw .notYAML(Origin(file: file, line: error.line), reason: reason)
    }
  }

  /// The text with one change made, and nothing else; unchanged if it has the value already.
  ///
  /// Throws if it is not YAML, or if the change would affect other values.
  package func applying(_ change: SettingsChange) throws(SettingsError) -> SettingsText {
    do throws(YAMLEditError) {
      var text = text
      for edit in change.edits(of: try text.yamlValue()) { text = try text.edited(edit) }
      let result = SettingsText(text, file: file)
      guard change.isSet(in: Settings(yaml: text, file: file)) else {
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
  /// Reads the text of a file; empty if there is none.
  package static func read(_ file: String) throws(SettingsError) -> SettingsText {
    switch TextFile(file, limit: 64 << 20) {
    case .absent: return SettingsText("", file: file)
    case .text(let text): return SettingsText(text, file: file)
    case .unreadable(let reason): throw .unreadable(file: file, reason: reason)
    }
  }

  /// Writes this text in place of an earlier one, whole, with the file's rights; a link is
  /// followed.
  ///
  /// An empty text removes the file, so that undoing the first edit leaves nothing behind. Throws
  /// if the file no longer has the earlier text; it is then left unchanged.
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
    } catch let error as SettingsError {
      throw error
    } catch {
      throw .unwritable(file: file, reason: "\(error)")
    }
  }

  private func removeFile(_ path: String) throws {
    guard unlink(path) != 0, errno != ENOENT else { return }
    throw SystemError.latest
  }

  /// `==` would ignore how accents are encoded.
  private func hasBytes(of other: SettingsText) -> Bool {
    text.utf8.elementsEqual(other.text.utf8)
  }
}

/// Why `config.yaml` was not changed.
package enum SettingsError: Error, Sendable, Hashable {
  case notYAML(Origin, reason: String)
  /// The value there cannot be changed without affecting others.
  case notInPlace(Origin, SettingsChange)
  /// Another program wrote the file after it was read.
  case changedMeanwhile(file: String)
  case unreadable(file: String, reason: String)
  case unwritable(file: String, reason: String)
}

extension SettingsError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notYAML(let origin, let reason):
      "\(origin.file):\(origin.line) is not YAML (\(reason)), so nothing was changed. Correct "
        + "the file first."
    case .notInPlace(let origin, let change):
      "\(origin.file):\(origin.line) cannot be edited automatically without affecting other "
        + "values, "
        + "so nothing was changed. To make the change, \(change.manualEdit)."
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
  /// The manual edit, as the start of a sentence.
  fileprivate var manualEdit: String {
    switch self {
    case .label(let change, let name):
      switch change.field {
      case (let key, let text?):
        "write `\(YAMLField(key, text).written(inFlow: false))` for the entry '\(name)'"
      case (let key, nil): "remove '\(key)' from the entry '\(name)'"
      }
    case .theme(let name, let variant?): "write `\(variant): \(name)` under 'theme'"
    case .theme(let name, nil): "write `theme: \(name)`"
    case .sort(let sort): "write `sort: \(sort)`"
    case .mouse(let mouse): "write `mouse: \(mouse)`"
    }
  }
}
