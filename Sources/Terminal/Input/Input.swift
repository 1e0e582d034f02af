package import Canvas

/// What comes from a terminal: what someone did at the keyboard or with the mouse, and what the
/// terminal says itself.
package enum Input: Sendable, Hashable {
  case key(Key)
  /// A bracketed paste, as it came: its text may hold anything.
  case pasted(String)
  /// The left button went down on a cell, which may lie outside the screen.
  case pressed(Point)
  /// The wheel turned, by so many lines; down is positive.
  case scrolled(lines: Int)
  /// The window got the keyboard's focus, or lost it.
  case focused(Bool)
  case answer(Answer)

  /// What a terminal says when it is asked, or when it has changed.
  package enum Answer: Sendable, Hashable {
    case background(Color)
    /// Whether it shows dark text on a light ground (mode 2031 of contour's and kitty's).
    case lightScheme(Bool)
    /// Whether a private mode is on (DECRPM).
    case mode(Int, isOn: Bool)
    /// What kind of terminal it is (DA1), which every terminal tells: asked last, it says that no
    /// answer comes after it.
    case attributes
  }
}
