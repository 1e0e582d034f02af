import CPosix
package import Canvas

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
