import Credentials
import Dispatch
import Picker
import Secrets
import Terminal

/// Calls for a switch to an entry.
extension PickerLoop {
  func cancelCall() {
    call?.cancel()
    switchController.cancelQuestion()
  }

  func begin(_ picked: PickedEntry, _ code: String?) {
    // The call that asked for the code continues, with its number and its access.
    if let code, call?.isCancelled == false,
      switchController.answer(Secret(code), for: picked)
    {
      return
    }
    cancelCall()
    calls += 1
    let entry = picked.source ?? picked.name
    call = Task { [number = calls] in
      let tell: @Sendable (Message) -> Void = { message in
        Task { @MainActor in self.receive(message, ofCall: number) }
      }
      let access = terminalAccess(for: entry, ofCall: number, escapeTimeout: escapeTimeout) {
        tell(.progress($0))
      }
      let outcome = await switchController.performSwitch(
        picked, code: code, access: access, ask: { self.ask($0, for: entry, ofCall: number) },
        tell: tell)
      guard !Task.isCancelled else { return }
      switch outcome {
      case .sessionReady(let activeSession): end(.sessionReady(activeSession))
      case .failed(let sentence): receive([.failed(entry: entry, sentence)])
      }
    }
  }

  private func ask(_ request: CodeRequest, for entry: String, ofCall number: Int) {
    receive(
      .codeNeeded(
        entry: entry, device: request.device, reason: CodeReason(request.reason),
        hint: codeHint(request.device)), ofCall: number)
  }

  private func receive(_ message: Message, ofCall number: Int) {
    if number == calls { receive([message]) }
  }
}

/// Lends the terminal to a call's program that asks the user.
extension PickerLoop {
  /// False if the call was cancelled meanwhile.
  func leaveScreen(ofCall number: Int) -> Bool {
    number == calls && waiter != nil && call?.isCancelled == false && terminal.lend()
  }

  func returnToScreen(_ outcome: TerminalLender.Outcome) {
    guard outcome != .interrupted else {
      cancelCall()
      // The screen is closed already.
      return end(.left(.cancelled))
    }
    terminal.takeBack()
    if outcome == .escaped { receive([.callCancelled]) }
  }
}

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

extension CodeReason {
  fileprivate init(_ reason: CodeRequest.Reason) {
    self =
      switch reason {
      case .first: .firstRequest
      case .wrong: .refused
      case .maybeUsed: .maybeUsed
      }
  }
}
