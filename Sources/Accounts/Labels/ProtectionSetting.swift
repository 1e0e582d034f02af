import Text

/// A line of AWS's config files that protects an entry, or was probably meant to: `confirm` and
/// `read_only`, as written.
package struct ProtectionSetting: Sendable, Hashable {
  package enum Key: String, Sendable, Hashable, CaseIterable {
    case confirm
    case readOnly = "read_only"

    /// The flag that a value sets; nil for an invalid value.
    func flag(_ value: String) -> Bool? {
      self == .confirm && isBriefConfirmation(value) ? true : Bool(yamlWord: value)
    }

    /// The valid values, for messages.
    var values: String { self == .confirm ? "true, false or ask" : "true or false" }
  }

  package let key: Key
  /// The key as written, which may be misspelt.
  package let written: String
  package let value: String
  package let origin: Origin

  package init(_ key: Key, written: String, value: String, origin: Origin) {
    (self.key, self.written, self.value, self.origin) = (key, written, value, origin)
  }

  /// The flag that it sets; nil if that is unclear.
  var flag: Bool? { isMisspelt ? nil : key.flag(value) }

  /// True for `confirm = ask`.
  var isBrief: Bool { key == .confirm && isBriefConfirmation(value) }

  /// Why its meaning is unclear.
  var problem: String {
    isMisspelt
      ? "There is no key '\(maskingKeyName(written))'; did you mean '\(key.rawValue)'?"
      : "'\(key.rawValue) = \(maskingLongWords(value))' is not \(key.values)."
  }

  private var isMisspelt: Bool { written != key.rawValue }
}

/// True for the value of `confirm` that requires an answer instead of the name.
func isBriefConfirmation(_ value: String) -> Bool { value.lowercased() == "ask" }

/// The intended meaning of keys and values, in `config.yaml` and in AWS's files.
extension ProtectionSetting.Key {
  /// The key that a text stands for: its own name, a misspelling, or another program's word for it;
  /// nil for other keys.
  ///
  /// `known` are the keys of a file that has no others: there the nearest key counts, too.
  package init?(meantBy key: String, among known: [String] = [], words wanted: Words = .begun) {
    let words = wordsOf(key)
    let letters = words.joined()
    if letters.contains("confirm") || letters == "ask" || wanted.holds(letters) {
      self = .confirm
    } else if letters == "ro" || words.contains(where: { $0.contains("readonly") })
      || words.indices.contains(where: { words[$0...].joined().hasPrefix("readonly") })
    {
      self = .readOnly
    } else if let near = Self.allCases.first(where: {
      $0.isOneEdit(from: key.lowercased(), letters)
    }) {
      self = near
    } else if let near = known.isEmpty ? nil : nearest(to: key, among: known, limit: 1).first {
      self.init(rawValue: near)
    } else {
      return nil
    }
  }

  /// The key that a text spells, apart from separators, or with one letter different.
  package init?(speltAs text: String) {
    let letters = text.lowercased().filter(\.isLetter)
    let meant = Self.allCases.first {
      $0.rawValue.filter(\.isLetter) == letters || $0.isOneEdit(from: text.lowercased(), letters)
    }
    guard let meant else { return nil }
    self = meant
  }

  /// The key that a value names, as in `access = read_only`.
  package init?(namedBy value: String) {
    // For most values only the length is checked.
    switch (7...12).contains(value.utf8.count) ? value.lowercased().filter(\.isLetter) : "" {
    case "confirm": self = .confirm
    case "readonly": self = .readOnly
    default: return nil
    }
  }

  private func isOneEdit(from key: String, _ letters: String) -> Bool {
    areOneEditApart(rawValue, key) || areOneEditApart(rawValue.filter(\.isLetter), letters)
  }
}

extension ProtectionSetting.Key {
  /// Which words count as `confirm`: any key that begins with one, or only whole words.
  package enum Words: Sendable, Hashable {
    case begun, whole

    /// `verify_ssl` is about connections, and GuardDuty is an AWS service.
    fileprivate func holds(_ letters: String) -> Bool {
      switch self {
      case .begun:
        ["protect", "guard", "danger", "lock", "verif", "safe"].contains(where: letters.hasPrefix)
          && !["ssl", "tls", "cert", "guardduty", "permissions"].contains(where: letters.contains)
      case .whole:
        ["protect", "protected", "guard", "guarded", "danger", "dangerous"].contains(letters)
      }
    }
  }
}

/// The words of a key, in lower case: `is_read-only` and `isReadOnly` have the same three.
private func wordsOf(_ key: String) -> [String] {
  var words: [String] = []
  var last: Character = " "
  for character in key {
    defer { last = character }
    guard character.isLetter else { continue }
    if words.isEmpty || !last.isLetter || last.isLowercase && character.isUppercase {
      words.append("")
    }
    words[words.count - 1] += character.lowercased()
  }
  return words
}
