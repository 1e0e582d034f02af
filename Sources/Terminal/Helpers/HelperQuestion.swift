import CPosix
import Glibc

/// A question of a helper: its terminal output is shown on the user's terminal, and what the user
/// types is passed to the helper.
///
/// Only this process reads the user's terminal. Whatever ends this process, the terminal gets its
/// settings back.
package final class HelperQuestion {
  private enum Phase {
    case asked
    /// The helper has a moment to end by itself.
    case ending(TerminalLender.Outcome, at: ContinuousClock.Instant)
  }

  private let lender: TerminalLender
  private let terminal: TerminalFile
  private let helper: PseudoTerminal
  private let typedAhead: [UInt8]
  private var keys: RelayedKeys
  private var phase = Phase.asked
  /// Typed bytes that the helper has not read yet.
  private var pendingInput: [UInt8] = []
  /// Written bytes that are not shown yet, because the terminal was not available.
  private var pendingOutput: [UInt8] = []
  /// The time when a trailing Escape counts as a lone one.
  private var escapeEnd: ContinuousClock.Instant?
  private var isAtStartOfLine = true
  private var screen = ScreenTrace()

  /// The time that the helper has to end after Ctrl-C.
  private static let gracePeriod = Duration.milliseconds(500)
  /// The maximum number of pending bytes, more than anyone types.
  private static let maximumPendingInput = 65_536

  /// Takes the terminal and closes it at the end.
  ///
  /// It returns nil if the terminal is not available.
  init?(_ lender: TerminalLender, on terminal: TerminalFile, of helper: PseudoTerminal) {
    guard lender.leave() else {
      terminal.close()
      return nil
    }
    (self.lender, self.terminal, self.helper) = (lender, terminal, helper)
    keys = RelayedKeys(
      interrupts: [TerminalFile.interrupt, terminal.interruptKey],
      recognizesEscape: lender.escapeTimeout != nil)
    storeGuardBytes(enter: [], again: [], leave: lender.isPlain ? [] : Modes.resetAfterPrograms)
    switchback_arm(Int32(SWITCHBACK_OURS), terminal.descriptor, -1)
    terminal.setPassThrough()
    // This input was typed before the question.
    typedAhead = terminal.takeInput(atMost: Self.maximumPendingInput)
    terminal.write(Array((lender.heading + "\r\n").utf8))
    switchback_hold()
  }

  /// Shows a text with the line ends of a terminal.
  package func show(_ text: String) {
    show(Array(text.replacing("\n", with: "\r\n").utf8))
  }

  var awaited: [pollfd] {
    let keys = pollfd(fd: terminal.descriptor, events: Int16(POLLIN), revents: 0)
    return [keys, helper.awaited(typing: !pendingInput.isEmpty)]
  }

  /// Passes on available input and output.
  ///
  /// It returns true if the helper must be cancelled now.
  func relay() -> Bool {
    guard readKeys() else { return true }
    if !pendingInput.isEmpty { pendingInput = helper.type(pendingInput) }
    showWritten(pieces: 16)
    flush()
    helper.fit(to: terminal)
    guard case .ending(_, let end) = phase else { return false }
    return end <= .now
  }

  /// Whether the user typed Ctrl-C or a lone Escape.
  var isEnding: Bool { if case .ending = phase { true } else { false } }

  /// Gives the terminal back after the helper has ended.
  func end() {
    showWritten(pieces: 64)
    if !isAtStartOfLine { show(Array("\r\n".utf8)) }
    switchback_disarm()
    terminal.putBack(typedAhead)
    terminal.close()
    if case .ending(let outcome, _) = phase {
      lender.takeBack(outcome)
    } else {
      lender.takeBack(.finished)
    }
  }

  /// Reads the user's keys.
  ///
  /// It returns false once the terminal is closed.
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

  private func beginEnding(_ outcome: TerminalLender.Outcome) {
    if !isEnding { phase = .ending(outcome, at: .now + Self.gracePeriod) }
  }

  private func showWritten(pieces: Int) {
    for _ in 0..<pieces {
      let bytes = helper.read()
      if bytes.isEmpty { return }
      trace(bytes)
      show(bytes)
    }
  }

  /// Follows the helper's screen, so that the terminal is left on its original screen whatever ends
  /// this process.
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
