import CPosix
package import Canvas
import Dispatch

extension Terminal {
  /// Shows a frame, as soon as the main actor has nothing else to do: of several until then, the last.
  ///
  /// Only what differs from the screen is sent. A frame of another size is clipped.
  package func draw(_ frame: Frame) {
    latest = frame
    if !isPaintingScheduled { schedulePainting() }
  }

  /// Draws the last frame whole, on a screen that may hold anything.
  package func redraw() {
    shown = nil
    paint()
  }

  // Keys that came together (a held key, a slow line) so cost one frame, not one each.
  private func schedulePainting() {
    isPaintingScheduled = true
    DispatchQueue.main.async {
      MainActor.assumeIsolated { self.paint() }
    }
  }

  private func paint() {
    isPaintingScheduled = false
    guard isOpen, let frame = latest, frame != shown, switchback_begin() else { return }
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
}
