import Canvas

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
