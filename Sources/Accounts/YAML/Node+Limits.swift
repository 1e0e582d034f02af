import Yams

extension Node {
  /// The line of the first node that so many others are around; nil where there is none.
  func line(beneath levels: Int) -> Int? {
    guard levels > 0 else { return isCollection ? line : nil }
    // Not by a lazy sequence's first, which looks twice, and so doubles the time at each level.
    for child in children {
      if let line = child.line(beneath: levels - 1) { return line }
    }
    return nil
  }

  /// The line of the value of the outermost list or mapping in which the nodes become more than so many, what aliases
  /// stand for counted each time; nil where there are not so many.
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
