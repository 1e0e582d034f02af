package import Canvas

/// The styles of the screen, by the background that they stand on.
///
/// `theme.text` is short for `theme.page.text`, and so are all the others.
@dynamicMemberLookup
package struct Theme: Equatable, Sendable {
  package var page: Surface
  /// Boxes that lie over the page.
  package var panel: Surface
  /// The current row, from edge to edge.
  package var selection: Surface
  package let depth: ColorDepth

  package subscript(dynamicMember style: KeyPath<Surface, Style>) -> Style {
    page[keyPath: style]
  }
}

extension Theme {
  /// Text on an account's own colour, in black or white, whichever is read better.
  package func badge(_ color: Color) -> Style {
    let shown = color.shown(at: depth)
    return switch shown {
    case .standard: Style(.standard, on: .standard, [.bold, .reverse])
    // Bold makes a grey of black where bold stands for bright.
    case .ansi where shown.xterm?.textColor == .black: Style(.ansi(0), on: shown)
    case .ansi: Style(.ansi(15), on: shown, .bold)
    case .rgb: Style(shown.textColor, on: shown, .bold)
    }
  }
}
