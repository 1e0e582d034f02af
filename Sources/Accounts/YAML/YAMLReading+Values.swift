import Foundation
import Yams

extension YAMLReader {
  /// The text of a field; nil where there is none or, with a diagnostic, where a list or mapping stands.
  mutating func text(_ key: String, in fields: YAMLFields) -> String? {
    guard let node = fields.values[key] else { return nil }
    guard case .scalar(let scalar) = node else {
      report(node.line, "'\(key)' should be one value, not a list; it is ignored.")
      return nil
    }
    return scalar.string
  }

  /// What a field's text stands for; where it stands for nothing, a diagnostic that says what would.
  mutating func value<Value>(
    _ key: String, in fields: YAMLFields, expected: String, _ parse: (String) -> Value?
  ) -> Value? {
    guard let text = text(key, in: fields) else { return nil }
    if let value = parse(text) { return value }
    report(
      fields.values[key]?.line ?? fields.line,
      "'\(key): \(maskingLongWords(text))' is not \(expected); it is ignored.")
    return nil
  }

  /// One of a setting's words.
  mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String, in fields: YAMLFields
  ) -> Choice? {
    let words = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    return value(key, in: fields, expected: "one of \(words)") { Choice(rawValue: $0.lowercased()) }
  }

  /// Yes or no, in any of YAML's words for them.
  mutating func flag(_ key: String, in fields: YAMLFields) -> Bool? {
    value(key, in: fields, expected: "true or false") { Bool(yamlWord: $0) }
  }

  /// The items of a list; one that is no list is reported.
  mutating func items(_ key: String, in fields: YAMLFields) -> [Node] {
    guard let node = fields.values[key] else { return [] }
    guard case .sequence(let items) = node else {
      report(node.line, "'\(key)' should be a list, each item after a '-'; it is ignored.")
      return []
    }
    return Array(items)
  }
}
