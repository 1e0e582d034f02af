import Canvas

/// One of several lines to type into.
struct OptionLine: Equatable {
  var label: String
  var field: TextField
  /// The cursor is in it.
  var isCurrent: Bool
  /// What stands there while it is empty.
  var hint: String
}

extension OptionLine {
  /// The line in `width` columns, of which the label takes at most three fifths.
  func line(_ width: Int) -> BoxLayout.Line {
    let indent = min(19, width * 3 / 5)
    let room = width - indent
    let name = (label.padded(to: indent), isCurrent ? \Surface.accent : \.muted)
    let (text, cursor) = field.window(room)
    let value = field.isEmpty ? (hint, \Surface.muted) : (text, \.title)
    return BoxLayout.Line(
      spans: [name, (value.0.truncated(to: room), value.1)],
      cursor: isCurrent ? indent + cursor : nil)
  }
}
