/// A line of AWS's config files that protects an entry, or was most likely meant to: `confirm` and `read_only`, as they
/// are written.
package struct ProtectionSetting: Sendable, Hashable {
  package enum Key: String, Sendable, Hashable, CaseIterable {
    case confirm
    case readOnly = "read_only"
  }

  package let key: Key
  /// The key as it is written, which may be misspelt.
  package let written: String
  package let value: String
  package let origin: Origin

  package init(_ key: Key, written: String, value: String, origin: Origin) {
    (self.key, self.written, self.value, self.origin) = (key, written, value, origin)
  }

  /// What it sets; nil where that cannot be told.
  var flag: Bool? { isMisspelt ? nil : Bool(yamlWord: value) }

  /// Why what it sets cannot be told.
  var complaint: String {
    isMisspelt
      ? "There is no key '\(maskingKeyName(written))'; did you mean '\(key.rawValue)'?"
      : "'\(key.rawValue) = \(maskingLongWords(value))' is neither true nor false."
  }

  private var isMisspelt: Bool { written != key.rawValue }
}
