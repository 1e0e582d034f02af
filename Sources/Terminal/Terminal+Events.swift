import CPosix
package import Canvas

extension Terminal {
  /// Something that happened at the terminal.
  package enum Event: Sendable, Hashable {
    case key(Key)
    case pasted(String)
    /// The mouse wheel turned by a number of lines; down is positive.
    case scrolled(lines: Int)
    case clicked(Point)
    /// A second click on the same cell within 400 ms, after a `clicked`.
    case doubleClicked(Point)
    /// The window got the keyboard's focus, or lost it.
    case focused(Bool)
    /// The background colour, which the terminal reports when asked and when its theme changes.
    case background(Color)
    /// Whether the terminal's theme is light.
    case lightScheme(Bool)
    case resized(Size)
    /// The process continues after a stop.
    ///
    /// The last frame is on the screen again.
    case resumed
  }
}

extension Terminal {
  /// Reports all further events to a handler, in order.
  ///
  /// Events that arrive together are reported together. Nil means that the other end is closed.
  ///
  /// This is a function instead of an `AsyncSequence`: each element of a sequence costs two thread
  /// switches, which takes longer than drawing the change of a key.
  package func listen(_ handler: @escaping @MainActor ([Event]?) -> Void) {
    guard isOpen else { return handler(nil) }
    listener = handler
    input?.start()
    wake?.listen { [weak self] in self?.handleWake(by: $0) }
    deliver([])
  }

  /// Listens until `outcome` returns a value for the events, and returns it; nil once the other end
  /// is closed.
  package func listen<Outcome: Sendable>(
    until outcome: @escaping @MainActor ([Event]) -> Outcome?
  ) async -> Outcome? {
    await withCheckedContinuation { continuation in
      listen { [weak self] events in
        let outcome = events.flatMap(outcome)
        guard outcome != nil || events == nil else { return }
        self?.listener = nil
        continuation.resume(returning: outcome)
      }
    }
  }

  private func deliver(_ events: [Event]) {
    pendingEvents += events
    guard let listener, !pendingEvents.isEmpty else { return }
    let all = pendingEvents
    pendingEvents = []
    listener(all)
  }

  func handle(_ inputs: [Input]?) {
    guard let inputs else { return listener?(nil) ?? () }
    deliver(inputs.compactMap(event))
  }

  private func event(_ input: Input) -> Event? {
    switch input {
    case .key(let key): .key(key)
    case .pasted(let text): .pasted(text)
    case .focused(let isFocused): .focused(isFocused)
    case .answer(let answer): handleAnswer(answer)
    case .scrolled(let lines): mouse == .off ? nil : .scrolled(lines: lines)
    case .pressed(let point) where mouse == .full:
      clicks.isSecond(at: point, .now) ? .doubleClicked(point) : .clicked(point)
    case .pressed: nil
    }
  }

  func handleWake(by reasons: Set<WakePipe.Reason>) {
    guard isOpen else { return }
    let before = size
    size = curses.fit(to: file)
    var events: [Event] = []
    if reasons.contains(.resumed) {
      curses.forgetScreen()
      isCursorShown = false
      // The theme may have changed meanwhile, and a pending answer was dropped.
      askBackground()
      redraw()
      events.append(.resumed)
    }
    if size != before { events.append(.resized(size)) }
    deliver(events)
  }
}

extension Terminal {
  /// The background colour, if the terminal reports it within the timeout.
  ///
  /// This is for callers that need it before the first frame. Otherwise it arrives as an event.
  package func background(waitingAtMost timeout: Duration = .zero) -> Color? {
    let end = ContinuousClock.now + timeout
    while isOpen, isAnswerDue, knownBackground == nil {
      let left = max(.zero, ContinuousClock.now.duration(to: end))
      guard input?.read(waiting: Int(left / .milliseconds(1))) == true else { break }
    }
    return knownBackground
  }

  /// Whether an answer is expected: from a query to the last answer, with a time limit, since some
  /// terminals do not answer.
  var isAnswerDue: Bool { answerDue.map { .now < $0 } ?? false }

  /// Processes a report of the terminal and returns the event for it, if any.
  func handleAnswer(_ answer: Input.Answer) -> Event? {
    switch answer {
    case .background(let color):
      knownBackground = color
      return .background(color)
    case .lightScheme(let isLight):
      // Without a query it means that the colours have changed.
      if !isAnswerDue || knownBackground != nil { askBackground() }
      return .lightScheme(isLight)
    case .mode(let mode, let isOn):
      if modesAsked.remove(mode) != nil { changeModes { $0.note(mode, wasOn: isOn) } }
    case .attributes: expectAnswer(false)
    }
    return nil
  }

  func askBackground() {
    guard canBeAsked else { return }
    expectAnswer(true)
    send(TerminalQueries.background)
  }

  /// Records whether an answer is expected.
  ///
  /// The code that gives the terminal back waits for it, so that it does not end up on the shell's
  /// command line.
  func expectAnswer(_ isDue: Bool) {
    answerDue = isDue ? .now + .seconds(1) : nil
    switchback_expect_answer(isDue ? keys.descriptor : -1)
  }
}
