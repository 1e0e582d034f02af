/// A line of AWS's config files that protects an entry, or was most likely meant to: `confirm` and `read_only`, as they
/// are written.
package struct ProtectionSetting: Sendable, Hashable {
  package enum Key: String, Sendable, Hashable, CaseIterable {
    case confirm
    case readOnly = "read_only"

    /// What a value of it sets; nil for one that it cannot have.
    func flag(_ value: String) -> Bool? {
      self == .confirm && isBriefConfirmation(value) ? true : Bool(yamlWord: value)
    }

    /// The values that it can have, for messages.
    var values: String { self == .confirm ? "true, false or ask" : "true or false" }
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
  var flag: Bool? { isMisspelt ? nil : key.flag(value) }

  /// True for `confirm = ask`.
  var isBrief: Bool { key == .confirm && isBriefConfirmation(value) }

  /// Why what it sets cannot be told.
  var complaint: String {
    isMisspelt
      ? "There is no key '\(maskingKeyName(written))'; did you mean '\(key.rawValue)'?"
      : "'\(key.rawValue) = \(maskingLongWords(value))' is not \(key.values)."
  }

  private var isMisspelt: Bool { written != key.rawValue }
}

/// True for the value of `confirm` that asks a question instead of for the name.
func isBriefConfirmation(_ value: String) -> Bool { value.lowercased() == "ask" }
