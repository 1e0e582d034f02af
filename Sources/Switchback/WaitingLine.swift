import Synchronization

/// A line on the terminal that is written over again and again, while no other program writes there.
final class StatusLine: Sendable {
  private struct State {
    var isShown = false
    var isHeld = false
  }

  private let state = Mutex(State())
  private let show: @Sendable (String) -> Void

  init(_ show: @escaping @Sendable (String) -> Void) {
    self.show = show
  }

  /// Shows a text in its place, unless somebody else has the terminal.
  func put(_ text: String) {
    state.withLock {
      guard !$0.isHeld else { return }
      show("\r\u{1B}[K" + text)
      $0.isShown = true
    }
  }

  /// Takes it off, where it is shown, and runs `body` before it is shown again.
  func clear(before body: () -> Void = {}) {
    state.withLock {
      clear(&$0)
      body()
    }
  }

  /// Takes it off until `release`.
  func hold() {
    state.withLock {
      clear(&$0)
      $0.isHeld = true
    }
  }

  func release() { state.withLock { $0.isHeld = false } }

  private func clear(_ state: inout State) {
    if state.isShown { show("\r\u{1B}[K") }
    state.isShown = false
  }
}
