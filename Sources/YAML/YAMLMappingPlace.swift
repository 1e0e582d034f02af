import Yams

/// A mapping, and the places of its fields in a text.
struct YAMLMappingPlace {
  let fields: [(key: Node, value: Node)]
  let text: YAMLText
  let start: Int

  init?(_ node: Node, in text: YAMLText) {
    guard case .mapping(let mapping) = node, let mark = mapping.mark else { return nil }
    fields = Array(mapping)
    self.text = text
    start = text.skippingProperties(text.place(of: mark))
  }

  var isFlow: Bool { text[start] == "{" }

  /// The column of its keys.
  var column: Int { text.column(fields.first?.key.mark.map(text.place) ?? start) }

  var context: YAMLContext { isFlow ? .flow : .block(column: column) }

  func index(of key: String) -> Int? {
    fields.firstIndex { $0.key.scalar?.string == key }
  }

  func pair(_ index: Int) -> YAMLPair? {
    text.pair(fields[index].key, fields[index].value, in: context)
  }

  /// The field after which a new one is inserted: the last existing one of those named, otherwise
  /// the last.
  func predecessor(among keys: [String]) -> Int? {
    keys.compactMap(index(of:)).last ?? fields.indices.last
  }

  /// The end of the last line of a field, with the comments below it that are indented further.
  func lastLineEnd(of pair: YAMLPair) -> Int {
    var end = text.lineEnd(pair.end)
    var line = text.nextLine(end)
    while let next = line {
      let first = text.skippingBlanks(next)
      if isPart(first, of: pair) {
        end = text.lineEnd(first)
      } else if !text.isBreakOrEnd(first), text[first] != "#" {
        break
      }
      line = text.nextLine(next)
    }
    return end
  }

  /// True if the line with this first character belongs to a field.
  private func isPart(_ first: Int, of pair: YAMLPair) -> Bool {
    guard !text.isBreakOrEnd(first) else { return false }
    if text.column(first) > column { return true }
    // The dashes of a list may stand at the column of its key.
    guard case .many = pair.value, text.column(first) == column else { return false }
    return text[first] == "-" && text.isSpaceOrEnd(first + 1)
  }
}

extension YAMLMappingPlace {
  /// The change that sets a field; nil if the field cannot be edited in place.
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

extension YAMLMappingPlace {
  /// The change that removes a field, but not a comment after it; nil if the field's range is
  /// unknown.
  func removing(_ key: String) -> YAMLSplice? {
    guard let index = index(of: key), let pair = pair(index) else { return nil }
    let range = isFlow ? withComma(pair) : pair.start..<pair.end
    return YAMLSplice(tidied(range, isLast: index == fields.indices.last), "")
  }

  /// The field with the comma after it, otherwise with the one before.
  private func withComma(_ pair: YAMLPair) -> Range<Int> {
    let next = text.skippingBlanks(pair.end)
    if text[next] == "," { return pair.start..<next + 1 }
    var before = pair.start - 1
    while text.isBlank(before) || text[before].map(isBreak) == true { before -= 1 }
    return (text[before] == "," ? before : pair.start)..<pair.end
  }

  /// The range extended by the rest of its line if that is blank, or by the space before the next
  /// content.
  private func tidied(_ range: Range<Int>, isLast: Bool) -> Range<Int> {
    let line = text.lineStart(range.lowerBound)
    let behind = text.skippingBlanks(range.upperBound)
    guard text.skippingBlanks(line) == range.lowerBound else {
      return isFlow && isLast ? range : range.lowerBound..<nextContent(behind)
    }
    guard text.isBreakOrEnd(behind) else { return range.lowerBound..<behind }
    if let next = text.nextLine(behind) { return line..<next }
    // The text ends here, with or without a line break as before.
    return (line == 0 ? 0 : text.lineEnd(text.lineStart(line - 1)))..<behind
  }

  /// The next character that is not blank; a comment counts, too.
  private func nextContent(_ place: Int) -> Int {
    var place = text.skippingBlanks(place)
    while !isFlow, let scalar = text[place], isBreak(scalar) {
      place = text.skippingBlanks(place + 1)
    }
    return place
  }
}

extension YAMLMappingPlace {
  /// The change that appends an item to a list of this mapping, or adds the list; nil if the list
  /// cannot be edited in place.
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

  /// The item's lines, with its keys as far from the dash as those of the first item.
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
