import Canvas

/// Waiting for the label of a row to be typed.
struct Jump: Equatable, Sendable {
  /// The part of it that has been typed.
  var typed = ""
}

/// So many labels, none of which begins another, or begins with a character that is taken: of one character while these
/// are enough, else of two; fewer where too many are taken.
///
/// The letters under the fingers come first; digits and capitals before a second keystroke.
func labels(_ count: Int, except taken: Set<Character> = []) -> [String] {
  let letters = "asdfghjklqwertyuiopzxcvbnm"
  let single = (letters + "1234567890" + letters.uppercased()).filter { !taken.contains($0) }
  guard count > single.count else { return single.prefix(count).map { String($0) } }
  let pairs = single.lazy.flatMap { first in letters.lazy.map { String([first, $0]) } }
  return Array(pairs.prefix(count))
}

extension Model {
  mutating func openJump() -> [Effect] {
    guard list.hasMatches, !list.isEmpty else { return [.ring] }
    screen = .jumping(Jump())
    completeLesson(.jump)
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
    guard let text = key.text, let character = text.first else { return [] }
    // An entry's own key leads to it wherever it is, shown or not.
    if jump.typed.isEmpty, let row = list.keys[character] { return self.jump(to: row) }
    let typed = jump.typed + text
    let meant = labelledLines.filter { $0.label.hasPrefix(typed) }
    if let goal = meant.first(where: { $0.label == typed }) {
      return selectLabelledLine(on: goal.line)
    }
    if !meant.isEmpty { screen = .jumping(Jump(typed: typed)) }
    return []
  }

  /// Switches to the entry on a line; what is folded there is unfolded.
  private mutating func selectLabelledLine(on line: Int) -> [Effect] {
    list.select(line: line)
    guard let row = list.selected else { return list.fold(false) ? [] : [.ring] }
    return jump(to: row)
  }

  /// The lines shown that the cursor can be on, from the top, and their labels: an entry's own key, else a letter.
  private var labelledLines: [(line: Int, label: String)] {
    let rows = layout(size).list.count
    let top = list.top(showingSelectionIn: rows)
    let keys = list.keys
    let own = Dictionary(keys.map { ($1, $0) }) { one, other in
      list.shortcuts[one] == nil ? other : one
    }
    let lines = (top..<min(top + rows, list.lineCount)).filter(list.isSelectable)
    let ownKeys = lines.map { list.row(atLine: $0).flatMap { own[$0] } }
    var letters = labels(ownKeys.count { $0 == nil }, except: Set(keys.keys))[...]
    return zip(lines, ownKeys).compactMap { line, key in
      (key.map { String($0) } ?? letters.popFirst()).map { (line, $0) }
    }
  }
}

extension List {
  /// The rows that a key leads to after the jump key: those with a shortcut, and the recent ones by their digits.
  fileprivate var keys: [Character: Int] {
    let digits = zip("123456789", recents).map { ($0, $1) }
    return shortcuts.merging(digits) { shortcut, _ in shortcut }
  }
}
