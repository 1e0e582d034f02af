import CPosix
import Glibc

/// A helper asks: what it writes to its terminal is shown on the user's, and what is typed there is
/// typed for it.
///
/// Only we read the user's terminal. Whatever ends us, it gets its settings back.
package final class HelperQuestion {
  private enum Phase {
    case asked
    /// The helper gets a moment to end by itself.
    case ending(TerminalLender.Outcome, at: ContinuousClock.Instant)
  }

  private let lender: TerminalLender
  private let terminal: TerminalFile
  private let helper: PseudoTerminal
  private let typedAhead: [UInt8]
  private var keys: RelayedKeys
  private var phase = Phase.asked
  /// Typed, and not read by the helper yet.
  private var pendingInput: [UInt8] = []
  /// Written, and not shown yet, since the terminal was not ours just then.
  private var pendingOutput: [UInt8] = []
  /// When an Escape that came last will be a lone one.
  private var escapeEnd: ContinuousClock.Instant?
  private var isAtStartOfLine = true
  private var screen = ScreenTrace()

  /// How long the helper has to end after Ctrl-C.
  private static let grace = Duration.milliseconds(500)
  /// In bytes: more than is ever typed.
  private static let maximumPendingInput = 65_536

  /// Takes the terminal, which it closes at the end; nil where it cannot be had.
  init?(_ lender: TerminalLender, on terminal: TerminalFile, of helper: PseudoTerminal) {
    guard lender.leave() else {
      terminal.close()
      return nil
    }
    (self.lender, self.terminal, self.helper) = (lender, terminal, helper)
    keys = RelayedKeys(
      interrupts: [TerminalFile.interrupt, terminal.interruptKey],
      heedsEscape: lender.escapeTimeout != nil)
    storeGuardBytes(enter: [], again: [], leave: lender.isPlain ? [] : Modes.resetAfterPrograms)
    switchback_arm(Int32(SWITCHBACK_OURS), terminal.descriptor, -1)
    terminal.setPassThrough()
    // It was typed for somebody else.
    typedAhead = terminal.takeInput(atMost: Self.maximumPendingInput)
    terminal.write(Array((lender.heading + "\r\n").utf8))
    switchback_hold()
  }

  /// Shows a text, its line ends those of a terminal.
  package func show(_ text: String) {
    show(Array(text.replacing("\n", with: "\r\n").utf8))
  }

  var awaited: [pollfd] {
    let keys = pollfd(fd: terminal.descriptor, events: Int16(POLLIN), revents: 0)
    return [keys, helper.awaited(typing: !pendingInput.isEmpty)]
  }

  /// Passes on what there is; true where the helper is to be given up now.
  func relay() -> Bool {
    guard readKeys() else { return true }
    if !pendingInput.isEmpty { pendingInput = helper.type(pendingInput) }
    showWritten(pieces: 16)
    flush()
    helper.fit(to: terminal)
    guard case .ending(_, let end) = phase else { return false }
    return end <= .now
  }

  /// True where Ctrl-C or a lone Escape was typed.
  var isEnding: Bool { if case .ending = phase { true } else { false } }

  /// The helper has ended: gives the terminal back.
  func end() {
    showWritten(pieces: 64)
    if !isAtStartOfLine { show(Array("\r\n".utf8)) }
    switchback_disarm()
    terminal.putBack(typedAhead)
    terminal.close()
    if case .ending(let ending, _) = phase {
      lender.takeBack(ending)
    } else {
      lender.takeBack(.finished)
    }
  }

  /// False once the terminal is closed.
  private func readKeys() -> Bool {
    guard terminal.hasInput(within: 0), let bytes = terminal.read() else {
      checkEscape()
      return true
    }
    guard !bytes.isEmpty else { return !terminal.isGone }
    pendingInput = Array((pendingInput + keys.feed(bytes)).prefix(Self.maximumPendingInput))
    escapeEnd = keys.isEscaping ? .now + .milliseconds(lender.escapeTimeout ?? 0) : nil
    if keys.isInterrupted { beginEnding(.interrupted) }
    return true
  }

  private func checkEscape() {
    guard let end = escapeEnd, end <= .now else { return }
    escapeEnd = nil
    pendingInput += keys.timedOut()
    beginEnding(.escaped)
  }

  private func beginEnding(_ ending: TerminalLender.Outcome) {
    if !isEnding { phase = .ending(ending, at: .now + Self.grace) }
  }

  private func showWritten(pieces: Int) {
    for _ in 0..<pieces {
      let bytes = helper.read()
      if bytes.isEmpty { return }
      trace(bytes)
      show(bytes)
    }
  }

  /// Whatever ends us, the terminal is left on the screen that it was on.
  private func trace(_ bytes: [UInt8]) {
    let wasOnOther = screen.isOnOther
    screen.feed(bytes)
    guard screen.isOnOther != wasOnOther, !lender.isPlain, switchback_begin() else { return }
    storeGuardBytes(
      enter: [], again: [],
      leave: (screen.isOnOther ? ScreenTrace.leave : []) + Modes.resetAfterPrograms)
    switchback_end()
  }

  private func show(_ bytes: [UInt8]) {
    pendingOutput += bytes
    flush()
  }

  private func flush() {
    guard let last = pendingOutput.last, switchback_begin() else { return }
    isAtStartOfLine = last == UInt8(ascii: "\n")
    terminal.write(pendingOutput)
    pendingOutput = []
    switchback_end()
  }
}
