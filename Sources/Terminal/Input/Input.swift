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

/// What of the mouse is heeded; while it is not off, Shift leaves it to the terminal, as for
/// selecting text.
package enum Mouse: Sendable, Hashable, CaseIterable {
  case off
  /// The wheel alone: a press does nothing.
  case wheel
  case full

  /// The next of them, for a key that goes round.
  package var next: Mouse {
    switch self {
    case .off: .wheel
    case .wheel: .full
    case .full: .off
    }
  }
}

/// Tells the second of two presses from a new one.
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
