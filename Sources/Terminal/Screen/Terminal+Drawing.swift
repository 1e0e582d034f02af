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
