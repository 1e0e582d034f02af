import Canvas

extension Model {
  mutating func openJump() -> [Effect] {
    guard list.hasMatches, !list.isEmpty else { return [.ring] }
    screen = .jumping(Jump())
    return []
  }

  /// What is yet to be typed to get to the lines that are shown; empty where no label is to be typed.
  var jumpLabels: [Int: String] {
    guard case .jumping(let jump) = screen else { return [:] }
    let meant = labelledLines.filter { $0.label.hasPrefix(jump.typed) }
    return Dictionary(
      uniqueKeysWithValues: meant.map { ($0.line, String($0.label.dropFirst(jump.typed.count))) })
  }

  /// Goes where the labels lead; any key that is in none of them leads out.
  mutating func typeLabel(_ key: Key) -> [Effect] {
    guard case .jumping(let jump) = screen else { return [] }
    screen = .list
    guard let text = key.text else { return [] }
    let typed = jump.typed + text
    let meant = labelledLines.filter { $0.label.hasPrefix(typed) }
    if let goal = meant.first(where: { $0.label == typed }) { return land(on: goal.line) }
    if !meant.isEmpty { screen = .jumping(Jump(typed: typed)) }
    return []
  }

  /// Switches to the entry on a line; what is folded there is unfolded.
  private mutating func land(on line: Int) -> [Effect] {
    list.select(line: line)
    guard let row = list.selected else { return list.fold(false) ? [] : [.ring] }
    return begin(order(row, role: role))
  }

  /// The lines shown that the cursor can be on, from the top, and their labels.
  private var labelledLines: [(line: Int, label: String)] {
    let rows = layout(size).list.count
    let top = list.top(showingSelectionIn: rows)
    let lines = (top..<min(top + rows, list.lineCount)).filter(list.isSelectable)
    return Array(zip(lines, labels(lines.count)))
  }
}
