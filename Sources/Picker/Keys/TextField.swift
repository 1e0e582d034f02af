import Text

/// A line of text input with the editing commands of readline.
struct TextField: Equatable, Sendable {
  /// The text before and after the cursor.
  private(set) var before: String
  private(set) var after = ""
  /// Whether text was left out.
  ///
  /// Nothing more is counted until something is deleted.
  private var isFull = false
  /// Whether the whole text is selected, so that typing replaces it.
  private(set) var isSelected = false

  init(_ text: String) {
    before = String(text.cleaned.prefix(Self.longest))
  }

  /// A field with its text selected, to continue or to type over.
  init(selecting text: String) {
    self.init(text)
    isSelected = !isEmpty
  }

  var text: String { before + after }
  var isEmpty: Bool { before.isEmpty && after.isEmpty }

  /// The maximum length in characters: enough for the ARN of any role, and small enough that a
  /// pasted book costs nothing.
  static let longest = 1000
}

extension TextField {
  enum Edit: Equatable, Sendable {
    case left, right, wordLeft, wordRight, start, end
    case backspace, delete, deleteWord, deleteWordLeft, deleteWordRight, deleteToStart, deleteToEnd
  }

  /// Types text at the cursor.
  ///
  /// It returns false if not all of it fits; the rest is left out.
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
  /// The part of the text that fits into `columns` with the cursor, and the cursor's column in it.
  func window(_ columns: Int) -> (text: String, cursor: Int) {
    visiblePart(before: before, after: after, columns: columns)
  }
}

extension String {
  /// The length of the last word of letters and digits, including the characters after it.
  fileprivate var wordAtEnd: Int {
    let rest = reversed().drop { !$0.isWordCharacter }.drop(while: \.isWordCharacter)
    return count - rest.count
  }

  fileprivate var wordAtStart: Int {
    count - drop { !$0.isWordCharacter }.drop(while: \.isWordCharacter).count
  }

  /// The length of the last word, with words separated by blanks, as Ctrl-W deletes it.
  fileprivate var blankDividedWordAtEnd: Int {
    count - reversed().drop(while: \.isWhitespace).drop { !$0.isWhitespace }.count
  }
}

extension Character {
  fileprivate var isWordCharacter: Bool { isLetter || isNumber }
}

/// The part of an input line that fits into `columns` with the cursor after `before`, and the
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
