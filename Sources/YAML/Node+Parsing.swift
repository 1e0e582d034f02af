package import Yams

extension Node {
  /// The outermost node of a YAML text; nil if it holds none.
  ///
  /// Neither what is nested deeply nor what aliases stand for is taken on trust: the one would fill the stack, the
  /// other takes time without end where a few lines name each other twice.
  package static func root(of yaml: String) throws(YAMLParsingError) -> Node? {
    // A byte order mark is no part of the text, and libyaml takes it for one where the encoding is given.
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
    // Aliases in a key are hashed as they are read, all that they stand for: looked for first, in a text without any.
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

  /// Counted from 1.
  package var line: Int { mark?.line ?? 1 }

  /// True for an empty value, `~` and `null`, all unquoted.
  package var isUnset: Bool {
    guard case .scalar(let scalar) = self, scalar.style == .plain else { return false }
    return nullWords.contains(scalar.string)
  }
}

/// What a plain scalar says that says nothing.
package let nullWords = ["", "~", "null", "Null", "NULL"]

extension Node {
  /// The line of the first node that so many others are around; nil if there is none.
  func line(beneath levels: Int) -> Int? {
    guard levels > 0 else { return isCollection ? line : nil }
    // Not by a lazy sequence's first, which looks twice, and so doubles the time at each level.
    for child in children {
      if let line = child.line(beneath: levels - 1) { return line }
    }
    return nil
  }

  /// The line of the value of the outermost list or mapping in which the nodes become more than so many, what aliases
  /// stand for counted each time; nil if there are not so many.
  func line(whereNodesExceed limit: Int) -> Int? {
    var left = limit
    for child in children where !child.count(downFrom: &left) { return child.line }
    return nil
  }

  /// False once the count is used up, where it stops.
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

  /// The line of a key that is an alias, or a list or a mapping, in a text from which `withoutAliases` has taken them.
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

/// What stands in an alias's place, and is written in no file.
private let formerAlias: Unicode.Scalar = "\u{E0A5}"

/// The text with each alias a word, and each anchor a tag, where they stand: its lists and mappings are the same.
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
