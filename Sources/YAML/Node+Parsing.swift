package import Yams

extension Node {
  /// The root node of a YAML text; nil if the text is empty.
  ///
  /// Deep nesting and aliases are checked: deep nesting would overflow the stack, and a few lines
  /// of aliases that refer to each other would take unlimited time.
  package static func root(of yaml: String) throws(YAMLParsingError) -> Node? {
    // A byte order mark is not part of the text, but libyaml reads it as text if the encoding is
    // given.
    let text = yaml.hasPrefix("\u{FEFF}") ? String(yaml.unicodeScalars.dropFirst()) : yaml
    let shape = YAMLShape(text)
    guard shape.mayBeDeep else { return try safeRoot(of: text, shape) }
    let found = onDeepStack { () -> Result<Node?, YAMLParsingError> in
      do throws(YAMLParsingError) {
        guard let root = try safeRoot(of: text, shape) else { return .success(nil) }
        if let line = root.line(beneath: YAMLShape.deepest) { throw .tooDeep(line: line) }
        return .success(root)
      } catch {
        return .failure(error)
      }
    }
    return try found.get()
  }

  private static func safeRoot(of text: String, _ shape: YAMLShape) throws(YAMLParsingError)
    -> Node?
  {
    guard shape.mayHaveAliases else { return try composed(text) }
    // Yams hashes keys while it reads, with all that their aliases expand to. Therefore they are
    // looked for first, in a text without aliases.
    if let line = try composed(withoutAliases(text))?.lineOfAliasInKey {
      throw .aliasInKey(line: line)
    }
    let root = try composed(text)
    if let line = root?.line(whereNodesExceed: max(YAMLShape.mostNodes, text.utf8.count)) {
      throw .tooManyNodes(line: line)
    }
    return root
  }

  private static func composed(_ text: String) throws(YAMLParsingError) -> Node? {
    do {
      return try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot()
    } catch {
      throw YAMLParsingError(error, in: text)
    }
  }

  /// The line of the node, counted from 1.
  package var line: Int { mark?.line ?? 1 }

  /// True for an empty value, `~` and `null`, all unquoted.
  package var isUnset: Bool {
    guard case .scalar(let scalar) = self, scalar.style == .plain else { return false }
    return nullWords.contains(scalar.string)
  }
}

/// The plain scalars that mean no value.
package let nullWords = ["", "~", "null", "Null", "NULL"]

extension Node {
  /// The line of the first node nested in `levels` others; nil if there is none.
  func line(beneath levels: Int) -> Int? {
    guard levels > 0 else { return isCollection ? line : nil }
    // The `first` of a lazy sequence evaluates twice, which would double the time at each level.
    for child in children {
      if let line = child.line(beneath: levels - 1) { return line }
    }
    return nil
  }

  /// The line of the value of the outermost list or mapping in which the number of nodes exceeds
  /// `limit`; nil if there are not as many.
  ///
  /// Nodes behind aliases count each time.
  func line(whereNodesExceed limit: Int) -> Int? {
    var left = limit
    for child in children where !child.count(downFrom: &left) { return child.line }
    return nil
  }

  /// False if the count is used up; counting stops there.
  private func count(downFrom left: inout Int) -> Bool {
    left -= 1
    guard left > 0 else { return false }
    switch self {
    case .mapping(let mapping):
      for (key, value) in mapping {
        guard key.count(downFrom: &left), value.count(downFrom: &left) else { return false }
      }
    case .sequence(let sequence):
      for node in sequence where !node.count(downFrom: &left) { return false }
    default: break
    }
    return true
  }

  /// The line of a key that is an alias, a list or a mapping, in the result of `withoutAliases`.
  var lineOfAliasInKey: Int? {
    if case .mapping(let mapping) = self {
      for (key, _) in mapping where key.isCollection || key.isFormerAlias { return key.line }
    }
    for child in children {
      if let line = child.lineOfAliasInKey { return line }
    }
    return nil
  }

  private var isCollection: Bool {
    switch self {
    case .mapping, .sequence: true
    default: false
    }
  }

  private var isFormerAlias: Bool {
    guard case .scalar(let scalar) = self, scalar.style == .plain else { return false }
    return scalar.string.unicodeScalars.first == formerAlias
  }

  private var children: [Node] {
    switch self {
    case .mapping(let mapping): mapping.flatMap { [$0.key, $0.value] }
    case .sequence(let sequence): Array(sequence)
    default: []
    }
  }
}

/// The replacement for an alias, which no file contains.
private let formerAlias: Unicode.Scalar = "\u{E0A5}"

/// The text with each alias replaced by a word and each anchor by a tag, in place: its lists and
/// mappings stay the same.
func withoutAliases(_ text: String) -> String {
  var other = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar {
    case "*": other.append(formerAlias)
    case "&": other.append("!")
    default: other.append(scalar)
    }
  }
  return String(other)
}
