import Yams

extension Node {
  /// The outermost node of a YAML text; nil where it holds none.
  ///
  /// Neither what is nested deeply nor what aliases stand for is taken on trust: the one would fill the stack, the
  /// other takes time without end where a few lines name each other twice.
  static func root(of yaml: String) throws(YAMLParsingError) -> Node? {
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
  var line: Int { mark?.line ?? 1 }

  /// True for an empty value, `~` and `null`, all unquoted.
  var isUnset: Bool {
    guard case .scalar(let scalar) = self, scalar.style == .plain else { return false }
    return nullWords.contains(scalar.string)
  }
}

/// What a plain scalar says that says nothing.
let nullWords = ["", "~", "null", "Null", "NULL"]
