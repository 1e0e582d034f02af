package import Accounts

/// A change of what `config.yaml` says of an entry, once it is made.
package struct LabelEdit: Equatable, Sendable {
  /// The entry's name.
  package let entry: String
  package let changes: [LabelChange]
  /// The file as it was, and as it is since.
  package let before, after: SettingsText

  package init(
    entry: String, changes: [LabelChange], before: SettingsText, after: SettingsText
  ) {
    self.entry = entry
    self.changes = changes
    self.before = before
    self.after = after
  }
}
