extension YAMLMappingPlace {
  /// What adds an item to a list of this mapping, or the list with it; nil where the list cannot be edited in place.
  func appending(_ item: [YAMLField], to list: String) -> YAMLSplice? {
    guard let index = index(of: list) else { return beginning(list, with: item) }
    guard let pair = pair(index) else { return nil }
    switch pair.value {
    case .many(let first) where text[first] == "[":
      return text.brackets(first).map { brackets in
        YAMLSplice(
          at: brackets.content,
          (brackets.content == first + 1 ? "" : ", ") + YAMLValue.fields(item).written(inFlow: true)
        )
      }
    case .many(let first):
      guard text[first] == "-" else { return nil }
      let lines = lines(item, dashAt: text.column(first), gap: gap(behindDashAt: first))
      return YAMLSplice(at: lastLineEnd(of: pair), text.lineBreak + lines)
    case .none where !isFlow:
      return YAMLSplice(at: text.lineEnd(pair.end), text.lineBreak + newLines(item))
    case .none:
      return setting(list, to: .list([.fields(item)]), after: [])
    case .one(let range):
      guard fields[index].value.isUnset else { return nil }
      return YAMLSplice(range, YAMLValue.list([.fields(item)]).written(inFlow: isFlow))
    }
  }

  private func beginning(_ list: String, with item: [YAMLField]) -> YAMLSplice? {
    guard !isFlow else { return setting(list, to: .list([.fields(item)]), after: []) }
    return fields.indices.last.flatMap(pair).map {
      inserting(list + ":" + text.lineBreak + newLines(item), behind: $0)
    }
  }

  private func newLines(_ item: [YAMLField]) -> String {
    lines(item, dashAt: column + 2, gap: 2)
  }

  /// The item's lines, its keys as far behind the dash as those of the first item.
  private func lines(_ item: [YAMLField], dashAt column: Int, gap: Int) -> String {
    let space = String(repeating: " ", count: column)
    let dash = space + "-" + String(repeating: " ", count: gap - 1)
    let indent = space + String(repeating: " ", count: gap)
    return dash
      + item.map { $0.written(inFlow: false) }.joined(separator: text.lineBreak + indent)
  }

  private func gap(behindDashAt place: Int) -> Int {
    let first = text.skippingBlanks(place + 1)
    return text.isBreakOrEnd(first) || text[first] == "#" ? 2 : first - place
  }
}
