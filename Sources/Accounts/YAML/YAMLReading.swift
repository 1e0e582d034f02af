import Yams

/// Reads a YAML file of ours, keeping a diagnostic for whatever is not as it should be.
///
/// Every scalar is taken as text: YAML 1.1 itself would make a boolean of `off` and a number of an account id.
struct YAMLReading {
  let file: String
  private(set) var diagnostics: [Diagnostic] = []

  init(file: String) {
    self.file = file
  }

  mutating func report(_ line: Int, _ message: String) {
    diagnostics.append(Diagnostic(Origin(file: file, line: line), message))
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
    var fields = YAMLFields(line: node.line)
    for (key, value) in mapping {
      let name = key.scalar?.string ?? ""
      if let known, !known.contains(name) {
        reportUnknown(name, line: key.line, in: place, known: known)
        continue
      }
      fields.values[name] = value.isUnset ? nil : value
      if value.scalar?.string == "" { fields.empty[name] = value.line }
    }
    return fields
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
}
