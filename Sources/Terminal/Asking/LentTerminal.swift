import Glibc

/// The terminal that a helper has: one of its own, shown on the user's from when it asks there.
final class LentTerminal {
  private let lender: TerminalLender
  private let own: PseudoTerminal
  private var signs = QuestionDetector()
  /// It asks; what it has said before is to be shown before that.
  private var isAsking = false
  /// It asks, and somebody else is in front of the user's terminal.
  private var isBehind = false
  private(set) var question: HelperQuestion?

  /// Nil where the user cannot be asked: we have no terminal, or are not in front of it.
  init?(from lender: TerminalLender) {
    guard let users = TerminalFile.openInFront() else { return nil }
    // Whoever has a terminal open, asks there: of ours, who runs us might think so.
    defer { users.close() }
    guard let own = PseudoTerminal(like: users) else { return nil }
    (self.lender, self.own) = (lender, own)
  }

  /// What the helper is started with, and what others that ask for it open, such as a pinentry.
  var end: Int32 { own.other }
  var path: String { own.path }

  /// The helper has it now.
  func isTaken() { own.closeOther() }

  var awaited: [pollfd] {
    question?.awaited ?? (isBehind ? [] : [own.awaited(typing: false)])
  }

  /// Passes on what there is; true where the helper is to be given up now.
  func relay() -> Bool {
    if let question { return question.relay() }
    guard isAsking else {
      isAsking = signs.isQuestion(own.use, at: .now)
      return false
    }
    guard let users = TerminalFile.openInFront() else {
      isBehind = true
      // As for who reads there from the background, until we are in front again.
      kill(0, SIGTTIN)
      return false
    }
    question = HelperQuestion(lender, on: users, of: own)
    return question == nil
  }

  /// The helper has ended; where the user wanted that, all that it has started is to end, too.
  func finish(givingUp: () -> Void) {
    if question == nil, own.use == .written, let users = TerminalFile.openInFront() {
      question = HelperQuestion(lender, on: users, of: own)
    }
    if question?.isEnding == true { givingUp() }
    question?.end()
  }
}

extension TerminalFile {
  /// The terminal that we were started from; nil where there is none, or somebody else is in front.
  fileprivate static func openInFront() -> TerminalFile? {
    guard let terminal = try? open() else { return nil }
    if tcgetpgrp(terminal.descriptor) == getpgrp() { return terminal }
    terminal.close()
    return nil
  }
}
