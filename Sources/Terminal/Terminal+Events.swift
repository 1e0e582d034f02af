import CPosix
package import Canvas

extension Terminal {
  /// Something that happened at the terminal.
  package enum Event: Sendable, Hashable {
    case key(Key)
    case pasted(String)
    /// The mouse wheel turned, by so many lines; down is positive.
    case scrolled(lines: Int)
    case clicked(Point)
    /// Clicked once more, on the same cell and within 400 ms; `clicked` came before it.
    case doubleClicked(Point)
    /// The window got the keyboard's focus, or lost it.
    case focused(Bool)
    /// The background colour, which the terminal tells when it is asked and when its theme changes.
    case background(Color)
    /// Whether the terminal's theme is a light one.
    case lightScheme(Bool)
    case resized(Size)
    /// We go on after a stop.
    ///
    /// The last frame is on the screen again.
    case resumed
  }
}

extension Terminal {
  /// Tells what happens from now on, in order, what came together in one piece; nil once the
  /// other end is closed.
  ///
  /// A function and no `AsyncSequence`: each element of one costs two changes of thread, which is
  /// longer than it takes to draw what a key changes.
  package func listen(_ hear: @escaping @MainActor ([Event]?) -> Void) {
    guard isOpen else { return hear(nil) }
    listener = hear
    input?.start()
    wake?.listen { [weak self] in self?.handleWake(by: $0) }
    deliver([])
  }

  /// Hears what happens until that comes to an ending, and gives it; nil once the other end is
  /// closed.
  package func listen<Ending: Sendable>(
    until ending: @escaping @MainActor ([Event]) -> Ending?
  ) async -> Ending? {
    await withCheckedContinuation { waiting in
      listen { [weak self] events in
        let ending = events.flatMap(ending)
        guard ending != nil || events == nil else { return }
        self?.listener = nil
        waiting.resume(returning: ending)
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
      // Its theme may be another by now, and an answer that was due was swallowed.
      askBackground()
      redraw()
      events.append(.resumed)
    }
    if size != before { events.append(.resized(size)) }
    deliver(events)
  }
}

extension Terminal {
  /// The background colour as far as the terminal has told it by now, or does within so long.
  ///
  /// For whoever must know it before the first frame; else it comes as an event.
  package func background(waitingAtMost patience: Duration = .zero) -> Color? {
    let end = ContinuousClock.now + patience
    while isOpen, isAnswerDue, knownBackground == nil {
      let left = max(.zero, ContinuousClock.now.duration(to: end))
      guard input?.read(waiting: Int(left / .milliseconds(1))) == true else { break }
    }
    return knownBackground
  }

  /// True from a question to the last answer, but not for ever: some terminals are mute.
  var isAnswerDue: Bool { answerDue.map { .now < $0 } ?? false }

  /// Takes in what the terminal says; gives what of it is news.
  func handleAnswer(_ answer: Input.Answer) -> Event? {
    switch answer {
    case .background(let color):
      knownBackground = color
      return .background(color)
    case .lightScheme(let isLight):
      // Said unasked, it means that the colours have changed.
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

  /// Whoever gives the terminal back waits for an answer that is due, so that it does not end up on
  /// a shell's command line.
  func expectAnswer(_ isDue: Bool) {
    answerDue = isDue ? .now + .seconds(1) : nil
    switchback_expect_answer(isDue ? keys.descriptor : -1)
  }
}
