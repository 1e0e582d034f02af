import CPosix
package import Canvas

extension Terminal {
  /// Shows a frame: only what differs from the one before is sent. A frame of another size is clipped.
  package func draw(_ frame: Frame) {
    latest = frame
    guard frame != shown, switchback_begin() else { return }
    if inks.reset() { shown = nil }
    file.write(Modes.beginUpdate + (isCursorShown && frame.cursor == nil ? modes.hideCursor : []))
    curses.put(frame, over: shown, inks: &inks)
    let showsCursor = !isCursorShown && frame.cursor != nil
    file.write((showsCursor ? modes.showCursor : []) + Modes.endUpdate)
    isCursorShown = frame.cursor != nil
    shown = frame
    // A signal that came meanwhile acts now.
    switchback_end()
  }

  /// Rings the terminal's bell.
  package func ring() {
    file.write([7])
  }

  /// Draws the last frame whole, on a screen that may hold anything.
  package func redraw() {
    shown = nil
    if let latest { draw(latest) }
  }
}
