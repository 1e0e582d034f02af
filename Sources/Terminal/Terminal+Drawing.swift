import CPosix
package import Canvas

extension Terminal {
  /// Shows a frame.
  ///
  /// Only the differences to the screen are sent. A frame of another size is clipped.
  package func draw(_ frame: Frame) {
    latest = frame
    paint()
  }

  /// Redraws the last frame completely, whatever the screen contains.
  package func redraw() {
    shown = nil
    paint()
  }

  private func paint() {
    guard isOpen, !isLent, let frame = latest, switchback_begin() else { return }
    if colorPairs.reset() { shown = nil }
    var update = curses.put(frame, over: shown, pairs: &colorPairs)
    if isCursorShown != (frame.cursor != nil) {
      isCursorShown.toggle()
      update += isCursorShown ? modes.showCursor : modes.hideCursor
    }
    if !update.isEmpty { update = Modes.beginUpdate + mergingStyles(update) + Modes.endUpdate }
    file.write(update)
    shown = frame
    // A signal that arrived meanwhile takes effect now.
    switchback_end()
  }
}

extension Terminal {
  /// The mouse actions that are processed.
  package var mouse: Mouse { modes.mouse }

  /// Changes which mouse actions are processed.
  package func setMouse(_ mouse: Mouse) {
    guard isOpen, mouse != modes.mouse else { return }
    changeModes { $0.mouse = mouse }
    send(mouse == .off ? Modes.mouseOff : Modes.mouseOn)
  }
}

extension Terminal {
  /// Copies a text to the user's clipboard, also over a remote connection.
  ///
  /// Terminals may refuse it, and cannot report that. tmux passes it on if its `set-clipboard` is
  /// on.
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
