/// What a key or a value was most likely meant to protect, in `config.yaml` and in AWS's files alike.
extension ProtectionSetting.Key {
  /// The key that one stands for: its own name, a misspelt one, or a word that other programs have for it; nil for a key
  /// that is something else.
  ///
  /// `known` are the keys of a file that has no others: there the nearest of them counts, too.
  package init?(meantBy key: String, among known: [String] = []) {
    let words = wordsOf(key)
    let letters = words.joined()
    if letters.contains("confirm") || letters == "ask" || Self.isWordForConfirm(letters) {
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

  /// The key that a value names, as in `access = read_only`.
  package init?(namedBy value: String) {
    // Of most values no more than the length is looked at.
    switch (7...12).contains(value.utf8.count) ? value.lowercased().filter(\.isLetter) : "" {
    case "confirm": self = .confirm
    case "readonly": self = .readOnly
    default: return nil
    }
  }

  private func isOneEdit(from key: String, _ letters: String) -> Bool {
    areOneEditApart(rawValue, key) || areOneEditApart(rawValue.filter(\.isLetter), letters)
  }

  /// What other programs call it; `verify_ssl` is of connections, GuardDuty a service of AWS's.
  private static func isWordForConfirm(_ letters: String) -> Bool {
    ["protect", "guard", "danger", "lock", "verif", "safe"].contains(where: letters.hasPrefix)
      && !["ssl", "tls", "cert", "guardduty", "permissions"].contains(where: letters.contains)
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
