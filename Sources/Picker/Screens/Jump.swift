import Canvas
import Search
import Text

/// The jump screen, which waits for the label of a row.
struct Jump: Equatable, Sendable {
  /// The typed part of the label.
  var typed = ""
}

/// Labels for jumping, none of which is a prefix of another or begins with a taken character.
///
/// They have one character while these suffice, otherwise two. There are fewer than `count` if too
/// many characters are taken. The letters under the fingers come first. Digits and capitals come
/// before a second keystroke.
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

  /// The remaining label of each shown line; empty outside the jump screen.
  var jumpLabels: [Int: String] {
    guard case .jumping(let jump) = screen else { return [:] }
    let meant = labelledLines.filter { $0.label.hasPrefix(jump.typed) }
    return Dictionary(
      uniqueKeysWithValues: meant.map { ($0.line, String($0.label.dropFirst(jump.typed.count))) })
  }

  /// Takes a key of a label.
  ///
  /// A key that is in no label closes the jump screen.
  mutating func typeLabel(_ key: Key) -> [Effect] {
    guard case .jumping(let jump) = screen else { return [] }
    screen = .list
    guard let text = key.text, let character = text.first else { return [] }
    // An entry's shortcut switches to it whether it is shown or not.
    if jump.typed.isEmpty, let row = list.keys[character] { return self.jump(to: row) }
    let typed = jump.typed + text
    let meant = labelledLines.filter { $0.label.hasPrefix(typed) }
    if let goal = meant.first(where: { $0.label == typed }) {
      return selectLabelledLine(on: goal.line)
    }
    if !meant.isEmpty { screen = .jumping(Jump(typed: typed)) }
    return []
  }

  /// Switches to the entry on a line, or unfolds a folded section.
  private mutating func selectLabelledLine(on line: Int) -> [Effect] {
    list.select(line: line)
    guard let row = list.selected else { return list.fold(false) ? [] : [.ring] }
    return jump(to: row)
  }

  /// The shown selectable lines from the top with their labels: the entry's shortcut or digit, or
  /// else a letter.
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
  /// The rows by the key after the jump key: the shortcuts, and the digits of recent entries.
  fileprivate var keys: [Character: Int] {
    let digits = zip("123456789", recents).map { ($0, $1) }
    return shortcuts.merging(digits) { shortcut, _ in shortcut }
  }
}

extension Model {
  /// The keys that switch to the entry with a shortcut, for example `Ctrl-G p`.
  func keyToJump(to shortcut: Character) -> String {
    jumpKey + " " + String(shortcut).cleaned
  }

  /// The label of the key before an entry's shortcut.
  var jumpKey: String {
    keymap.bindings.first { $0.action == .jump }?.allKeys.first?.label ?? "jump"
  }

  /// Draws the label of a row in place of the entry's key, or of the pointer.
  func drawJumpLabel(_ label: String, _ frame: inout Frame, _ row: Int, _ columns: RowLayout?) {
    let column = columns?.key ?? RowLayout.pointer
    frame.put(label, at: Point(row: row, column: column), style: theme.label)
  }
}
