import Dispatch
import Terminal

extension PickerLoop {
  /// The access of a call's programs to the user: they get the terminal, without the screen, while
  /// they ask.
  nonisolated func terminalAccess(
    for entry: String, ofCall number: Int, escapeTimeout: Int,
    say: @escaping @Sendable (String) -> Void
  ) -> TerminalAccess {
    TerminalAccess(
      lender: { program in
        TerminalLender(
          heading: heading(
            of: program, for: entry, keys: "Esc goes back to the list, Ctrl-C quits"),
          isPlain: false, escapeTimeout: escapeTimeout,
          leave: { onMain { self.leaveScreen(ofCall: number) } },
          takeBack: { outcome in onMain { self.returnToScreen(outcome) } })
      },
      say: say)
  }
}

/// Runs `body` on the main actor and waits for it.
///
/// The main actor never waits for one of our threads.
private func onMain<Value: Sendable>(_ body: @MainActor @Sendable () -> Value) -> Value {
  DispatchQueue.main.sync { MainActor.assumeIsolated { body() } }
}
