import Text

/// A line of text being typed, edited as readline does.
struct TextField: Equatable, Sendable {
  /// What stands before and after the cursor.
  private(set) var before: String
  private(set) var after = ""
  /// True once text was left out: until something is taken away nothing is counted again.
  private var isFull = false
  /// True where all of it is selected: what is typed replaces it.
  private(set) var isSelected = false

  init(_ text: String) {
    before = String(text.cleaned.prefix(Self.longest))
  }

  /// A text to go on with, or to type over.
  init(selecting text: String) {
    self.init(text)
    isSelected = !isEmpty
  }

  var text: String { before + after }
  var isEmpty: Bool { before.isEmpty && after.isEmpty }

  /// In characters: enough for any role's ARN, and a pasted book costs nothing.
  static let longest = 1000
}

extension TextField {
  enum Edit: Equatable, Sendable {
    case left, right, wordLeft, wordRight, start, end
    case backspace, delete, deleteWord, deleteWordLeft, deleteWordRight, deleteToStart, deleteToEnd
  }

  /// Types text at the cursor; false where it does not all fit any more, and the rest is left out.
  @discardableResult
  mutating func insert(_ text: String) -> Bool {
    guard !text.isEmpty else { return true }
    if isSelected { self = TextField("") }
    guard !isFull else { return false }
    let room = max(0, Self.longest - before.count - after.count)
    let fitting = text.prefix(room)
    isFull = fitting.endIndex < text.endIndex
    before = (before + fitting).cleaned
    return !isFull
  }

  mutating func apply(_ edit: Edit) {
    isFull = false
    let wasSelected = isSelected
    isSelected = false
    switch edit {
    case .backspace where wasSelected, .delete where wasSelected: self = TextField("")
    case .left: moveLeft(1)
    case .right: moveRight(1)
    case .wordLeft: moveLeft(before.wordAtEnd)
    case .wordRight: moveRight(after.wordAtStart)
    case .start: moveLeft(before.count)
    case .end: moveRight(after.count)
    case .backspace: before = String(before.dropLast())
    case .delete: after = String(after.dropFirst())
    case .deleteWord: before = String(before.dropLast(before.blankDividedWordAtEnd))
    case .deleteWordLeft: before = String(before.dropLast(before.wordAtEnd))
    case .deleteWordRight: after = String(after.dropFirst(after.wordAtStart))
    case .deleteToStart: before = ""
    case .deleteToEnd: after = ""
    }
  }

  private mutating func moveLeft(_ count: Int) {
    after = before.suffix(count) + after
    before = String(before.dropLast(count))
  }

  private mutating func moveRight(_ count: Int) {
    before += after.prefix(count)
    after = String(after.dropFirst(count))
  }
}

extension TextField {
  /// The part that fits into `columns`, the cursor's column in it included.
  func window(_ columns: Int) -> (text: String, cursor: Int) {
    visiblePart(before: before, after: after, columns: columns)
  }
}

extension String {
  /// The length of the last word of letters and digits, with what stands after it.
  fileprivate var wordAtEnd: Int {
    let rest = reversed().drop { !$0.isWordCharacter }.drop(while: \.isWordCharacter)
    return count - rest.count
  }

  fileprivate var wordAtStart: Int {
    count - drop { !$0.isWordCharacter }.drop(while: \.isWordCharacter).count
  }

  /// The length of the last word as blanks divide words, which is what Ctrl-W removes.
  fileprivate var blankDividedWordAtEnd: Int {
    count - reversed().drop(while: \.isWhitespace).drop { !$0.isWhitespace }.count
  }
}

extension Character {
  fileprivate var isWordCharacter: Bool { isLetter || isNumber }
}

/// The part of an edited line that fits into `columns`, the cursor after `before` included, and the
/// cursor's column in it.
func visiblePart(before: String, after: String, columns: Int) -> (text: String, cursor: Int) {
  var width = 0
  let shown = before.glyphs.reversed().prefix { glyph in
    width += glyph.columns
    return width < columns
  }
  let cursor = shown.reduce(0) { $0 + $1.columns }
  return (shown.reversed().map(\.text).joined() + after, cursor)
}
