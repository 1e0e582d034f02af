import Canvas

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
  /// The text in just so many columns, the last of them a blank.
  func padded(to columns: Int) -> String {
    let shown = truncated(to: columns - 1)
    return shown + String(repeating: " ", count: max(0, columns - shown.columns))
  }
}

extension Surface {
  /// What typing replaces.
  fileprivate var selectedText: Style {
    var style = title
    style.attributes.insert(.reverse)
    return style
  }

  /// A style that is not the theme's, such as an entry's colour, where one of the theme's is asked for.
  fileprivate subscript(exactly style: Style) -> Style { style }
}
