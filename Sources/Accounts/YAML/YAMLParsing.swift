import Yams

extension Node {
  /// The outermost node of a YAML text; nil where it holds none.
  static func root(of yaml: String) throws(YAMLFault) -> Node? {
    // A byte order mark is no part of the text, and libyaml takes it for one where the encoding is given.
    let text = yaml.hasPrefix("\u{FEFF}") ? String(yaml.unicodeScalars.dropFirst()) : yaml
    do {
      return try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot()
    } catch {
      throw YAMLFault(error, in: text)
    }
  }

  /// Counted from 1.
  var line: Int { mark?.line ?? 1 }

  /// True for an empty value, `~` and `null`, all unquoted.
  var isUnset: Bool {
    guard case .scalar(let scalar) = self, scalar.style == .plain else { return false }
    return wordsForNothing.contains(scalar.string)
  }
}

/// What a plain scalar says that says nothing.
let wordsForNothing = ["", "~", "null", "Null", "NULL"]
