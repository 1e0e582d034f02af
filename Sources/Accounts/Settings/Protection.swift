import Text
import YAML
import Yams

/// The keys that protect an entry.
private let protectiveKeys = ProtectionSetting.Key.allCases.map(\.rawValue)

/// The protection that an entry or a rule sets; nil for settings that are missing or unclear.
struct Protection {
  var confirm: Bool?
  /// `confirm: ask`.
  var confirmsBriefly = false
  var readOnly: Bool?
}

extension YAMLReader {
  /// `confirm` and `read_only` of an entry or a rule.
  mutating func protection(in fields: YAMLFields) -> Protection {
    let confirm = fields.values["confirm"]?.scalar?.string ?? ""
    return Protection(
      confirm: clearFlag("confirm", in: fields), confirmsBriefly: isBriefConfirmation(confirm),
      readOnly: clearFlag("read_only", in: fields))
  }

  private func clearFlag(_ key: String, in fields: YAMLFields) -> Bool? {
    guard let known = ProtectionSetting.Key(rawValue: key) else { return nil }
    return fields.values[key]?.scalar.flatMap { known.flag($0.string) }
  }

  /// Reports each key of an entry or a rule that is meant to protect it but is not understood.
  mutating func reportUnclearProtection(
    in fields: YAMLFields, _ place: String, scope: UnreadProtectionError.Scope
  ) {
    for key in protectiveKeys {
      if let line = fields.unset[key] {
        reportUnread(line, "'\(key)' has no value; it must be \(values(of: key)).", scope)
      } else if let node = fields.values[key], clearFlag(key, in: fields) == nil {
        let setting = node.scalar.map { "'\(key): \(maskingLongWords($0.string))'" } ?? "'\(key)'"
        reportUnread(node.line, "\(setting) is not \(values(of: key)).", scope)
      }
    }
    for unknown in fields.unknown where !isNote(unknown.key, unknown.value) {
      if protectiveKeys.contains(unknown.key) {
        reportUnread(unknown.line, "'\(unknown.key)' must be in an entry or a rule.", scope)
      } else if let meant = ProtectiveMeaning(of: unknown.key) {
        reportUnread(unknown.line, "\(place) has no key '\(unknown.key)'; \(meant.advice)", scope)
      } else if unknown.value.protects || unknown.value.namesProtection {
        reportUnread(
          unknown.line, "'confirm' and 'read_only' must not be under '\(unknown.key)'.",
          unknown.value.protects ? .everyEntry : scope)
      }
    }
    // Indented too far, or after an unclosed quote, a key becomes part of another value.
    for (key, node) in fields.values
    where !protectiveKeys.contains(key) && !protectiveLists.contains(key) && node.protects
      && !standsOnOneLine(node)
    {
      reportUnread(
        node.line, "'confirm' or 'read_only' of another item is inside '\(key)'.", .everyEntry)
    }
  }

  private func values(of key: String) -> String {
    ProtectionSetting.Key(rawValue: key)?.values ?? ""
  }

  /// True if an entry or a rule has a setting that protects, or may.
  func protects(_ fields: YAMLFields) -> Bool {
    protectiveKeys.contains { key in
      fields.unset[key] != nil || fields.values[key] != nil && clearFlag(key, in: fields) != false
    }
      || fields.unknown.contains { ProtectiveMeaning(of: $0.key) != nil || $0.value.protects }
  }
}

/// The possible meaning of an unknown key.
enum ProtectiveMeaning {
  case key(ProtectionSetting.Key)
  /// A key that may stand for any other, such as `<<`.
  case anyKey

  /// Nil for a key that has nothing to do with protection.
  init?(of key: String) {
    if key.isEmpty || key == mergeKey {
      self = .anyKey
    } else if let key = ProtectionSetting.Key(meantBy: key, among: YAMLReader.entryKeys) {
      self = .key(key)
    } else {
      return nil
    }
  }

  fileprivate var advice: String {
    switch self {
    case .key(let key): "did you mean '\(key.rawValue)'?"
    case .anyKey: "write out the keys that it stands for."
    }
  }
}

/// The keys of lists whose items may protect entries.
let protectiveLists = ["rules", "entries"]

extension Node {
  /// True if this contains a key that may protect something, at any depth, also within a text.
  package var protects: Bool {
    switch self {
    case .mapping(let mapping):
      mapping.contains { key, value in
        let name = key.scalar?.string ?? ""
        // A merged value protects if its content does.
        if name == mergeKey, value.scalar == nil { return value.protects }
        return ProtectiveMeaning(of: name) != nil || protectiveLists.contains(name)
          || value.protects
      }
    case .sequence(let items): items.contains(where: \.protects)
    case .scalar(let scalar): holdsKey(scalar.string)
    case .alias: false
    }
  }

  /// True if a value names a protection setting, as in `access: read_only`.
  fileprivate var namesProtection: Bool {
    switch self {
    case .mapping(let mapping): mapping.contains { $0.value.namesProtection }
    case .sequence(let items): items.contains(where: \.namesProtection)
    case .scalar(let scalar): ProtectionSetting.Key(namedBy: scalar.string) != nil
    case .alias: false
    }
  }
}

extension Bool {
  /// The value of YAML 1.1's words for true and false; nil for any other.
  package init?(yamlWord word: String) {
    switch word.lowercased() {
    case "true", "yes", "on": self = true
    case "false", "no", "off": self = false
    default: return nil
    }
  }
}
