import Dispatch
import Terminal

extension PickerLoop {
  /// What programs that a call for an entry runs have of the user: the terminal, while they ask there,
  /// with the screen left.
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
          takeBack: { ending in onMain { self.returnToScreen(ending) } })
      },
      say: say)
  }
}

/// Runs `body` on the main actor, which waits for none of our threads, and waits for it.
private func onMain<Value: Sendable>(_ body: @MainActor @Sendable () -> Value) -> Value {
  DispatchQueue.main.sync { MainActor.assumeIsolated { body() } }
}
