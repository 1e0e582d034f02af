package import Canvas

/// Input from a terminal: actions of the user at the keyboard or with the mouse, and reports of the
/// terminal itself.
package enum Input: Sendable, Hashable {
  case key(Key)
  /// A bracketed paste, unchanged: its text may contain anything.
  case pasted(String)
  /// The left button was pressed on a cell, which may be outside the screen.
  case pressed(Point)
  /// The wheel turned by a number of lines; down is positive.
  case scrolled(lines: Int)
  /// The window got the keyboard's focus, or lost it.
  case focused(Bool)
  case answer(Answer)

  /// A report of the terminal, as an answer or after a change.
  package enum Answer: Sendable, Hashable {
    case background(Color)
    /// Whether it shows dark text on a light background (mode 2031 of contour and kitty).
    case lightScheme(Bool)
    /// Whether a private mode is on (DECRPM).
    case mode(Int, isOn: Bool)
    /// The terminal's attributes (DA1), which every terminal reports. Asked last, they mean that no
    /// other answer follows.
    case attributes
  }
}

/// The mouse actions that are processed.
///
/// While the mouse is not off, Shift leaves it to the terminal, for example to select text.
package enum Mouse: Sendable, Hashable, CaseIterable {
  case off
  /// The wheel alone: a press does nothing.
  case wheel
  case full

  /// The next mode, for a key that cycles through them.
  package var next: Mouse {
    switch self {
    case .off: .wheel
    case .wheel: .full
    case .full: .off
    }
  }
}

/// Distinguishes the second press of a double click from a new press.
package struct Clicks: Sendable {
  private var last: (point: Point, time: ContinuousClock.Instant)?

  package init() {}

  /// True for the second press on one cell within 400 ms.
  package mutating func isSecond(at point: Point, _ time: ContinuousClock.Instant) -> Bool {
    if let last, last.point == point, time - last.time <= .milliseconds(400) {
      self.last = nil
      return true
    }
    last = (point, time)
    return false
  }
}
