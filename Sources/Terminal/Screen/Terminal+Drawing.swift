import CPosix
package import Canvas
import Dispatch

extension Terminal {
  /// Shows a frame; where more events wait, only when the main actor has nothing else to do, and
  /// then the last one.
  ///
  /// Only what differs from the screen is sent. A frame of another size is clipped.
  package func draw(_ frame: Frame) {
    latest = frame
    if events.isEmpty { paint() } else { schedulePainting() }
  }

  /// Draws the last frame whole, on a screen that may hold anything.
  package func redraw() {
    shown = nil
    paint()
  }

  // Keys that came together (a held key, a slow line) so cost one frame, not one each.
  private func schedulePainting() {
    guard !isPaintingScheduled else { return }
    isPaintingScheduled = true
    DispatchQueue.main.async {
      MainActor.assumeIsolated {
        self.isPaintingScheduled = false
        self.paint()
      }
    }
  }

  private func paint() {
    guard isOpen, let frame = latest, switchback_begin() else { return }
    if inks.reset() { shown = nil }
    var update = curses.put(frame, over: shown, inks: &inks)
    if isCursorShown != (frame.cursor != nil) {
      isCursorShown.toggle()
      update += isCursorShown ? modes.showCursor : modes.hideCursor
    }
    if !update.isEmpty { file.write(Modes.beginUpdate + update + Modes.endUpdate) }
    shown = frame
    // A signal that came meanwhile acts now.
    switchback_end()
  }
}
