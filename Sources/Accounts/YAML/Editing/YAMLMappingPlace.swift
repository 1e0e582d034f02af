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

  /// True where the line whose first character this is belongs to a field.
  private func isPart(_ first: Int, of pair: YAMLPair) -> Bool {
    guard !text.isBreakOrEnd(first) else { return false }
    if text.column(first) > column { return true }
    // The dashes of a list may stand below its key.
    guard case .many = pair.value, text.column(first) == column else { return false }
    return text[first] == "-" && text.isSpaceOrEnd(first + 1)
  }
}
