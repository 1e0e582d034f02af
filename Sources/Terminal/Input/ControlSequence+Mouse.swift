import Canvas

extension ControlSequence {
  /// xterm's SGR report, `CSI < button ; column ; row M`, of a press or of the wheel, whatever keys
  /// are held meanwhile.
  ///
  /// Other buttons, drags and a wheel that turns sideways mean nothing here.
  var mouseReport: Input? {
    guard let code = parameter(0), let column = parameter(1), let row = parameter(2),
      column > 0, row > 0
    else { return nil }
    switch code & ~heldKeys {
    case 0: return .pressed(Point(row: row - 1, column: column - 1))
    case 64: return .scrolled(lines: -1)
    case 65: return .scrolled(lines: 1)
    default: return nil
    }
  }
}

/// Shift, Alt and Control.
private let heldKeys = 4 | 8 | 16
