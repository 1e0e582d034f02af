import Foundation
import Text
import YAML
import Yams

/// Reads a YAML file of Switchback, keeping a diagnostic for whatever is not as it should be.
///
/// Every scalar is taken as text: YAML 1.1 itself would make a boolean of `off` and a number of an account id.
struct YAMLReader {
  let file: String
  /// The whole text, where it is a `config.yaml`'s.
  var text = ""
  private(set) var diagnostics: [Diagnostic] = []
  /// What could not be read, and may protect an entry.
  private(set) var unread: [UnreadProtectionError] = []

  init(file: String) {
    self.file = file
  }

  mutating func report(_ line: Int, _ message: String) {
    diagnostics.append(Diagnostic(Origin(file: file, line: line), maskingKeys(message)))
  }

  /// Reports a part that could not be read, and that may protect the entries of this scope.
  mutating func reportUnread(_ line: Int, _ message: String, _ scope: UnreadProtectionError.Scope) {
    report(line, message)
    noteUnread(line, message, scope)
  }

  /// The same of a part that is reported already.
  mutating func noteUnread(_ line: Int, _ message: String, _ scope: UnreadProtectionError.Scope) {
    unread.append(
      UnreadProtectionError(Diagnostic(Origin(file: file, line: line), maskingKeys(message)), scope)
    )
  }

  /// The document's outermost node; nil for an empty one, and with a diagnostic for one that is not YAML.
  mutating func root(of yaml: String) -> Node? {
    do {
      let root = try Node.root(of: yaml)
      return root.flatMap { $0.isUnset ? nil : $0 }
    } catch {
      report(error.line, "This file is not YAML, so none of it is used: \(error.reason).")
      return nil
    }
  }

  /// A mapping's values by key, without those that say nothing; a key that is not among the known ones, if
  /// these are given, is reported and left out.
  mutating func fields(of node: Node, in place: String, known: [String]? = nil) -> YAMLFields? {
    guard case .mapping(let mapping) = node else {
      report(node.line, "\(place) should be a list of 'key: value' lines; it is ignored.")
      return nil
    }
    return fields(of: mapping.map { ($0.key, $0.value) }, line: node.line, in: place, known: known)
  }

  /// The fields that these keys and values make, as of a mapping.
  mutating func fields(
    of pairs: [(key: Node, value: Node)], line: Int, in place: String, known: [String]?
  ) -> YAMLFields {
    var fields = YAMLFields(line: line)
    for (key, value) in pairs.withMerged {
      let name = key.scalar?.string ?? ""
      if let known, !known.contains(name) {
        fields.unknown.append((name, key.line, value))
        // Whether it may protect something is for the reader of an entry or a rule to say.
        if ProtectiveMeaning(of: name) == nil {
          reportUnknown(name, line: key.line, in: place, known: known)
        }
        continue
      }
      add(value, as: name, line: key.line, to: &fields)
    }
    return fields
  }

  /// Of a key that stands twice the last value counts; lists are joined, so that no item is lost.
  private mutating func add(
    _ value: Node, as name: String, line: Int, to fields: inout YAMLFields
  ) {
    if let earlier = fields.values[name] {
      report(line, "'\(name)' stands in line \(earlier.line) already.")
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

/// The fields of one mapping, still to be read, and where the mapping begins.
struct YAMLFields {
  let line: Int
  var values: [String: Node] = [:]
  /// The lines of the keys after which nothing stands.
  var empty: [String: Int] = [:]
  /// The lines of the keys that say nothing: those, `~` and `null`.
  var unset: [String: Int] = [:]
  /// The keys that are not among the known ones, their lines and what stands after them.
  var unknown: [(key: String, line: Int, value: Node)] = []
}

extension YAMLReader {
  /// The text of a field; nil if there is none or, with a diagnostic, where a list or mapping stands.
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
