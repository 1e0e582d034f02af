package import Canvas

extension Terminal {
  /// Something that happened at the terminal.
  package enum Event: Sendable, Hashable {
    case key(Key)
    case pasted(String)
    /// The mouse wheel turned, by so many lines; down is positive.
    case scrolled(lines: Int)
    case clicked(Point)
    /// Clicked once more, on the same cell and within 400 ms; `clicked` came before it.
    case doubleClicked(Point)
    /// The window got the keyboard's focus, or lost it.
    case focused(Bool)
    /// The background colour, which the terminal tells when it is asked and when its theme changes.
    case background(Color)
    /// Whether the terminal's theme is a light one.
    case lightScheme(Bool)
    case resized(Size)
    /// We go on after a stop.
    ///
    /// The last frame is on the screen again.
    case resumed
  }
}
