import Yams

/// A mapping, and where its fields stand in a text.
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

  /// That of its keys.
  var column: Int { text.column(fields.first?.key.mark.map(text.place) ?? start) }

  var context: YAMLContext { isFlow ? .flow : .block(column: column) }

  func index(of key: String) -> Int? {
    fields.firstIndex { $0.key.scalar?.string == key }
  }

  func pair(_ index: Int) -> YAMLPair? {
    text.pair(fields[index].key, fields[index].value, in: context)
  }

  /// Behind which field a new one comes: the last of those named that stand there, else the last.
  func predecessor(among keys: [String]) -> Int? {
    keys.compactMap(index(of:)).last ?? fields.indices.last
  }

  /// The end of the last line of a field, with the comments that stand further in below it.
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

  /// True if the line whose first character this is belongs to a field.
  private func isPart(_ first: Int, of pair: YAMLPair) -> Bool {
    guard !text.isBreakOrEnd(first) else { return false }
    if text.column(first) > column { return true }
    // The dashes of a list may stand below its key.
    guard case .many = pair.value, text.column(first) == column else { return false }
    return text[first] == "-" && text.isSpaceOrEnd(first + 1)
  }
}

extension YAMLMappingPlace {
  /// What gives a field its value; nil if the field cannot be edited in place.
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
  /// What takes a field out, though no comment behind it; nil if it cannot be told.
  func removing(_ key: String) -> YAMLSplice? {
    guard let index = index(of: key), let pair = pair(index) else { return nil }
    let range = isFlow ? withComma(pair) : pair.start..<pair.end
    return YAMLSplice(tidied(range, isLast: index == fields.indices.last), "")
  }

  /// The field with the comma behind it, else with the one before.
  private func withComma(_ pair: YAMLPair) -> Range<Int> {
    let next = text.skippingBlanks(pair.end)
    if text[next] == "," { return pair.start..<next + 1 }
    var before = pair.start - 1
    while text.isBlank(before) || text[before].map(isBreak) == true { before -= 1 }
    return (text[before] == "," ? before : pair.start)..<pair.end
  }

  /// What else goes with a range: its line where nothing else is there, or the space to what comes next.
  private func tidied(_ range: Range<Int>, isLast: Bool) -> Range<Int> {
    let line = text.lineStart(range.lowerBound)
    let behind = text.skippingBlanks(range.upperBound)
    guard text.skippingBlanks(line) == range.lowerBound else {
      return isFlow && isLast ? range : range.lowerBound..<nextContent(behind)
    }
    guard text.isBreakOrEnd(behind) else { return range.lowerBound..<behind }
    if let next = text.nextLine(behind) { return line..<next }
    // The text ends here, with or without a break as before.
    return (line == 0 ? 0 : text.lineEnd(text.lineStart(line - 1)))..<behind
  }

  /// The next character that says something: a comment counts, too.
  private func nextContent(_ place: Int) -> Int {
    var place = text.skippingBlanks(place)
    while !isFlow, let scalar = text[place], isBreak(scalar) {
      place = text.skippingBlanks(place + 1)
    }
    return place
  }
}

extension YAMLMappingPlace {
  /// What adds an item to a list of this mapping, or the list with it; nil if the list cannot be edited in place.
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
