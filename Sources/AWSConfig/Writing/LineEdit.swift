import Accounts

/// What becomes of a line.
struct LineEdit {
  enum Action {
    case kept, removed, added
  }

  var action: Action
  /// With its end, but for an added line, which takes the file's.
  var bytes: [UInt8]
  /// Without secrets.
  var shown: String

  init(_ fate: Action, _ bytes: some Sequence<UInt8>, shown: String) {
    self.action = fate
    self.bytes = Array(bytes)
    self.shown = shown
  }

  static func added(_ text: String) -> LineEdit {
    LineEdit(.added, text.utf8, shown: text)
  }

  /// A property behind white space alone, or behind all that stands before its value.
  static func added(_ start: some Collection<UInt8>, _ key: PropertyKey, _ text: String) -> LineEdit
  {
    let isWritten = start.contains { !$0.isWhitespace }
    let before = String(decoding: start, as: UTF8.self) + (isWritten ? "" : key.text + " = ")
    return LineEdit(
      .added, (before + text).utf8,
      shown: before + (key.isShown ? maskingKeys(text) : secretMask))
  }
}
