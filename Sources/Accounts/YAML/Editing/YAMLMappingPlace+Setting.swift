extension YAMLMappingPlace {
  /// What gives a field its value; nil where the field cannot be edited in place.
  func setting(_ key: String, to value: YAMLValue, after: [String]) -> YAMLSplice? {
    if let index = index(of: key) {
      return pair(index).flatMap { replacing($0, with: value) }
    }
    let field = key + ": " + value.written(inFlow: isFlow)
    guard let index = predecessor(among: after) else {
      return isFlow ? YAMLSplice(at: start + 1, field) : nil
    }
    return pair(index).map { inserting(field, behind: $0) }
  }

  private func replacing(_ pair: YAMLPair, with value: YAMLValue) -> YAMLSplice? {
    let written = value.written(inFlow: isFlow)
    switch pair.value {
    case .one(let range): return YAMLSplice(range, written)
    case .none: return YAMLSplice(at: pair.end, (pair.colon == nil ? ": " : " ") + written)
    case .many: return nil
    }
  }

  func inserting(_ lines: String, behind pair: YAMLPair) -> YAMLSplice {
    guard !isFlow else { return YAMLSplice(at: pair.end, ", " + lines) }
    let indent = String(repeating: " ", count: column)
    return YAMLSplice(at: lastLineEnd(of: pair), text.lineBreak + indent + lines)
  }
}
