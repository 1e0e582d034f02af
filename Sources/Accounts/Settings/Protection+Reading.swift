import Yams

/// The keys that protect an entry.
private let protectiveKeys = ["confirm", "read_only"]

extension YAMLReading {
  /// `confirm` and `read_only` of an entry or a rule; nil for what is not said, or not clearly.
  mutating func protection(in fields: YAMLFields) -> (confirm: Bool?, readOnly: Bool?) {
    (clearFlag("confirm", in: fields), clearFlag("read_only", in: fields))
  }

  private func clearFlag(_ key: String, in fields: YAMLFields) -> Bool? {
    fields.values[key]?.scalar.flatMap { Bool(yamlWord: $0.string) }
  }

  /// Reports each key of an entry or a rule that is meant to protect it and cannot be understood.
  mutating func reportUnclearProtection(
    in fields: YAMLFields, _ place: String, scope: UnreadProtection.Scope
  ) {
    for key in protectiveKeys {
      if let line = fields.unset[key] {
        reportUnread(line, "'\(key)' has no value; it must be true or false.", scope)
      } else if let node = fields.values[key], clearFlag(key, in: fields) == nil {
        let said = node.scalar.map { "'\(key): \($0.string)'" } ?? "'\(key)'"
        reportUnread(node.line, "\(said) is not true or false.", scope)
      }
    }
    for unknown in fields.unknown {
      if let meant = protectiveKey(meantBy: unknown.key) {
        let advice = meant.isEmpty ? "write out what it stands for." : "did you mean '\(meant)'?"
        reportUnread(unknown.line, "\(place) has no key '\(unknown.key)'; \(advice)", scope)
      } else if unknown.value.protects {
        reportUnread(
          unknown.line, "'confirm' and 'read_only' must not stand under '\(unknown.key)'.", scope)
      }
    }
    // Indented too far, a key becomes part of the text above it.
    for (key, node) in fields.values where node.scalar.map({ holdsKey($0.string) }) == true {
      reportUnread(
        node.line, "The value of '\(key)' goes on in the next line; is that meant?", scope)
    }
  }

  /// True where an entry or a rule says something that protects, or may.
  func protects(_ fields: YAMLFields) -> Bool {
    protectiveKeys.contains { key in
      fields.unset[key] != nil || fields.values[key] != nil && clearFlag(key, in: fields) != false
    }
      || fields.unknown.contains { protectiveKey(meantBy: $0.key) != nil || $0.value.protects }
  }
}

/// The protective key that a misspelt one stands for; empty for one that may stand for any, such as `<<`.
func protectiveKey(meantBy key: String) -> String? {
  if key.isEmpty || key == "<<" { return "" }
  let letters = key.lowercased().filter(\.isLetter)
  if letters.contains("confirm") { return "confirm" }
  if letters.contains("readonly") { return "read_only" }
  let meant = nearest(to: key, among: YAMLReading.entryKeys, limit: 1).first
  return meant.flatMap { protectiveKeys.contains($0) ? $0 : nil }
}

private func holdsKey(_ text: String) -> Bool {
  protectiveKeys.contains { text.contains($0 + ":") }
}

extension Node {
  /// True where a key that may protect something stands in this, at any depth.
  var protects: Bool {
    switch self {
    case .mapping(let mapping):
      mapping.contains { key, value in
        protectiveKey(meantBy: key.scalar?.string ?? "") != nil || value.protects
      }
    case .sequence(let items): items.contains(where: \.protects)
    case .scalar, .alias: false
    }
  }
}

extension Bool {
  /// YAML 1.1's words for true and false; nil for any other.
  init?(yamlWord word: String) {
    switch word.lowercased() {
    case "true", "yes", "on": self = true
    case "false", "no", "off": self = false
    default: return nil
    }
  }
}
