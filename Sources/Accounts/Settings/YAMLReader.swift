import Foundation
import Text
import YAML
import Yams

/// Reads a YAML file of Switchback and keeps a diagnostic for each problem.
///
/// Every scalar is taken as text: YAML 1.1 would make a boolean of `off` and a number of an account
/// ID.
struct YAMLReader {
  let file: String
  /// The whole text, if it is that of a `config.yaml`.
  var text = ""
  /// The lines of `text`, once they were needed.
  var lines: [Substring]?
  private(set) var diagnostics: [Diagnostic] = []
  /// Parts that could not be read, and may protect an entry.
  private(set) var unread: [UnreadProtectionError] = []

  init(file: String) {
    self.file = file
  }

  mutating func report(_ line: Int, _ message: String) {
    diagnostics.append(Diagnostic(Origin(file: file, line: line), maskingKeys(message)))
  }

  /// Reports an unreadable part that may protect the entries of a scope.
  mutating func reportUnread(_ line: Int, _ message: String, _ scope: UnreadProtectionError.Scope) {
    report(line, message)
    noteUnread(line, message, scope)
  }

  /// The same for a part that is already reported.
  mutating func noteUnread(_ line: Int, _ message: String, _ scope: UnreadProtectionError.Scope) {
    unread.append(
      UnreadProtectionError(Diagnostic(Origin(file: file, line: line), maskingKeys(message)), scope)
    )
  }

  /// The root node; nil for an empty document, or, with a diagnostic, one that is not YAML.
  mutating func root(of yaml: String) -> Node? {
    do {
      let root = try Node.root(of: yaml)
      return root.flatMap { $0.isUnset ? nil : $0 }
    } catch {
      report(error.line, "This file is not YAML, so none of it is used: \(error.reason).")
      return nil
    }
  }

  /// A mapping's values by key, without null values.
  ///
  /// If `known` is given, other keys are reported and left out.
  mutating func fields(of node: Node, in place: String, known: [String]? = nil) -> YAMLFields? {
    guard case .mapping(let mapping) = node else {
      report(node.line, "\(place) should be a list of 'key: value' lines; it is ignored.")
      return nil
    }
    return fields(of: mapping.map { ($0.key, $0.value) }, line: node.line, in: place, known: known)
  }

  /// The fields of keys and values, as of a mapping.
  mutating func fields(
    of pairs: [(key: Node, value: Node)], line: Int, in place: String, known: [String]?
  ) -> YAMLFields {
    var fields = YAMLFields(line: line)
    for (key, value) in pairs.withMerged {
      let name = key.scalar?.string ?? ""
      if let known, !known.contains(name) {
        fields.unknown.append((name, key.line, value))
        // The reader of an entry or a rule decides whether it may protect something.
        if ProtectiveMeaning(of: name) == nil {
          reportUnknown(name, line: key.line, in: place, known: known)
        }
        continue
      }
      add(value, as: name, line: key.line, to: &fields)
    }
    return fields
  }

  /// For a repeated key the last value counts; lists are joined, so that no item is lost.
  private mutating func add(
    _ value: Node, as name: String, line: Int, to fields: inout YAMLFields
  ) {
    if let earlier = fields.values[name] {
      report(line, "'\(name)' is already on line \(earlier.line).")
      if case .sequence(let first) = earlier, case .sequence(let second) = value {
        fields.values[name] = Node(Array(first) + Array(second), .implicit, .any)
        return
      }
    }
    fields.values[name] = value.isUnset ? nil : value
    if value.isUnset { fields.unset[name] = line }
    if value.scalar?.string == "" { fields.empty[name] = value.line }
  }

  private mutating func reportUnknown(_ key: String, line: Int, in place: String, known: [String]) {
    let meant = nearest(to: key, among: known, limit: 1).first
    report(
      line,
      "\(place) has no key '\(key)'"
        + (meant.map { "; did you mean '\($0)'? It is ignored." } ?? "; it is ignored."))
  }
}

/// The fields of one mapping, not yet parsed, and its first line.
struct YAMLFields {
  let line: Int
  var values: [String: Node] = [:]
  /// The lines of the keys without a value.
  var empty: [String: Int] = [:]
  /// The lines of the keys with a null value: none, `~` or `null`.
  var unset: [String: Int] = [:]
  /// The unknown keys, their lines and their values.
  var unknown: [(key: String, line: Int, value: Node)] = []
}

extension YAMLReader {
  /// The text of a field; nil if there is none or, with a diagnostic, if it is a list or mapping.
  mutating func text(_ key: String, in fields: YAMLFields) -> String? {
    guard let node = fields.values[key] else { return nil }
    guard case .scalar(let scalar) = node else {
      report(node.line, "'\(key)' should be one value, not a list; it is ignored.")
      return nil
    }
    return scalar.string
  }

  /// The parsed value of a field; a diagnostic with the expected form if it is not valid.
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

  /// A boolean, in any of YAML's words for it.
  mutating func flag(_ key: String, in fields: YAMLFields) -> Bool? {
    value(key, in: fields, expected: "true or false") { Bool(yamlWord: $0) }
  }
}
