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
