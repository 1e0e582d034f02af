import CPosix
package import Canvas

extension Terminal {
  /// Shows a frame; only what differs from the screen is sent, and a frame of another size is clipped.
  package func draw(_ frame: Frame) {
    latest = frame
    paint()
  }

  /// Draws the last frame whole, on a screen that may hold anything.
  package func redraw() {
    shown = nil
    paint()
  }

  private func paint() {
    guard isOpen, !isLent, let frame = latest, switchback_begin() else { return }
    if colorPairs.reset() { shown = nil }
    var update = curses.put(frame, over: shown, inks: &colorPairs)
    if isCursorShown != (frame.cursor != nil) {
      isCursorShown.toggle()
      update += isCursorShown ? modes.showCursor : modes.hideCursor
    }
    if !update.isEmpty { update = Modes.beginUpdate + mergingStyles(update) + Modes.endUpdate }
    file.write(update)
    shown = frame
    // A signal that came meanwhile acts now.
    switchback_end()
  }
}

extension Terminal {
  /// What of the mouse is heeded.
  package var mouse: Mouse { modes.mouse }

  /// Changes what of the mouse is heeded.
  package func setMouse(_ mouse: Mouse) {
    guard isOpen, mouse != modes.mouse else { return }
    changeModes { $0.mouse = mouse }
    send(mouse == .off ? Modes.mouseOff : Modes.mouseOn)
  }
}

extension Terminal {
  /// Puts a text on the clipboard of whoever looks at the screen, however far away.
  ///
  /// Terminals may refuse it, and cannot say so. tmux passes it on where its `set-clipboard` is on.
  package func copy(_ text: String) {
    send(sequence(copying: text))
  }
}

/// xterm's OSC 52, which sets the clipboard to a text.
package func sequence(copying text: String) -> [UInt8] {
  bytes("\u{1b}]52;c;" + base64(bytes(text)) + "\u{1b}\\")
}

extension Terminal {
  /// Rings the terminal's bell: a key was refused.
  package func ring() {
    send([7])
  }
}
