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

  /// Throws where nothing in it can be changed, since it is no YAML.
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
  /// Throws where it is no YAML, and where the change cannot be made without changing more.
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
