import Canvas
import Text

extension BoxedText.Block {
  /// The block in lines of at most `width` columns.
  func lines(_ width: Int) -> [BoxLayout.Line] {
    switch self {
    case .text(let text): text.wrapped(to: width).map { line($0, \.text) }
    case .heading(let text): text.wrapped(to: width).map { line($0, \.title) }
    case .warning(let text): text.wrapped(to: width).map { line($0, \.danger) }
    case .address(let text): text.wrapped(to: width).map { line($0, \.key) }
    case .code(let text): text.wrapped(to: width - 4).map { line("    " + $0, \.accent) }
    case .field(let field, let prompt, let blanks): [fieldLine(field, prompt, blanks, width)]
    case .pair(let name, let meaning): pairLines(name, meaning, width)
    case .option(let option): [option.line(width)]
    case .spans(let spans): [line(spans)]
    case .choices(let choices): [line(choices.spans(width))]
    }
  }

  private func line(_ text: String, _ style: KeyPath<Surface, Style>) -> BoxLayout.Line {
    BoxLayout.Line(spans: [(text, style)])
  }

  private func line(_ spans: [Span]) -> BoxLayout.Line {
    BoxLayout.Line(spans: spans.map { ($0.text, \Surface.[exactly: $0.style]) })
  }

  private func fieldLine(
    _ field: TextField, _ prompt: String, _ blanks: String, _ width: Int
  ) -> BoxLayout.Line {
    let (text, cursor) = field.window(max(1, width - prompt.columns))
    return BoxLayout.Line(
      spans: [
        (prompt, \.title), (text, field.isSelected ? \.selectedText : \.title), (blanks, \.title),
      ],
      cursor: prompt.columns + cursor)
  }

  private func pairLines(_ name: String, _ meaning: String, _ width: Int) -> [BoxLayout.Line] {
    let indent = min(width < 60 ? 19 : 22, width / 2)
    let blank = String(repeating: " ", count: indent)
    let first = name.padded(to: indent)
    return meaning.wrapped(to: max(1, width - indent)).enumerated().map { number, text in
      BoxLayout.Line(spans: [(number == 0 ? first : blank, \.key), (text, \.text)])
    }
  }
}

extension String {
  /// The text truncated or padded to exactly this many columns, the last of them a blank.
  func padded(to columns: Int) -> String {
    let shown = truncated(to: columns - 1)
    return shown + String(repeating: " ", count: max(0, columns - shown.columns))
  }
}

extension Surface {
  /// The style of selected text, which typing replaces.
  fileprivate var selectedText: Style {
    var style = title
    style.attributes.insert(.reverse)
    return style
  }

  /// A style that is not part of the theme, for example an entry's colour, as a key path.
  fileprivate subscript(exactly style: Style) -> Style { style }
}

/// One of several input lines.
struct OptionLine: Equatable {
  var label: String
  var field: TextField
  /// Whether the cursor is in this line.
  var isCurrent: Bool
  /// The text shown while the field is empty.
  var hint: String
}

extension OptionLine {
  /// The line in `width` columns.
  ///
  /// The label takes at most three fifths of them.
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

/// Choices on one line, with the chosen one in brackets.
///
/// It shows as many as fit, and always the chosen one.
struct ChoiceLine: Equatable {
  /// The text before the choices.
  var start: Span
  var items: [Span]
  var chosen: Int?
  var brackets: Style
  /// The sign at an end beyond which there are more choices.
  var ellipsis: Span
  /// Whether one column separates two items, instead of two.
  var isTight: Bool
}

extension ChoiceLine {
  func spans(_ width: Int) -> [Span] {
    let pages = pages(width - start.text.columns - 2 * ellipsis.text.columns - 1)
    guard let page = pages.first(where: { $0.contains(chosen ?? 0) }) else { return [start] }
    let shown = page.flatMap { place in
      (isTight || place == page.lowerBound ? [] : [edge(after: place - 1)])
        + [edge(before: place), items[place]]
    }
    return [start] + (page.lowerBound > 0 ? [ellipsis] : []) + shown
      + [edge(after: page.upperBound - 1)] + (page.upperBound < items.count ? [ellipsis] : [])
  }

  /// The edge before an item.
  ///
  /// If two items share it, it may also close the first.
  private func edge(before place: Int) -> Span {
    let closes = isTight && place - 1 == chosen
    return Span(place == chosen ? "[" : closes ? "]" : " ", brackets)
  }

  private func edge(after place: Int) -> Span {
    Span(place == chosen ? "]" : " ", brackets)
  }

  /// Runs of items that fit.
  ///
  /// The shown items stay in place while the user steps through them.
  private func pages(_ room: Int) -> [Range<Int>] {
    var pages: [Range<Int>] = []
    var start = 0
    var taken = 0
    for (place, item) in items.enumerated() {
      let columns = item.text.columns + (isTight ? 1 : 2)
      if taken + columns > room, place > start {
        pages.append(start..<place)
        (start, taken) = (place, 0)
      }
      taken += columns
    }
    return items.isEmpty ? [] : pages + [start..<items.count]
  }
}
