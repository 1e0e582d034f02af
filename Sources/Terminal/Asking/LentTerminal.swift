import Glibc

/// The terminal that a helper has: one of its own, which is shown on the user's from when it asks there.
final class LentTerminal {
  private let lender: TerminalLender
  private let users: TerminalFile
  private let own: PseudoTerminal
  private var signs = QuestionSigns()
  private(set) var question: HelperQuestion?

  /// Nil where nobody can be asked: we have no terminal, or are not in its foreground.
  init?(from lender: TerminalLender) {
    guard let users = try? TerminalFile.open() else { return nil }
    guard users.isOurs, let own = PseudoTerminal(like: users) else {
      users.close()
      return nil
    }
    (self.lender, self.users, self.own) = (lender, users, own)
  }

  deinit { users.close() }

  /// What the helper is started with, and what others that ask for it, such as gpg's pinentry, open.
  var end: Int32 { own.other }
  var path: String { own.path }

  /// The helper has it now.
  func isTaken() { own.closeOther() }

  var awaited: [pollfd] { question?.awaited ?? [own.awaited(typing: false)] }

  /// True where the helper is to be given up now.
  func turn() -> Bool {
    if let question { return question.turn() }
    // In the background, it waits until we are in front again, as who reads there would.
    guard signs.isQuestion(own.use, at: .now), users.isOursAfterStop else { return false }
    question = HelperQuestion(lender, on: users, of: own)
    return question == nil
  }

  /// The helper has ended; true where the user wanted it to.
  func finish(givingUp: () -> Void) {
    if question == nil, own.use == .written, users.isOurs {
      question = HelperQuestion(lender, on: users, of: own)
    }
    if question?.isEnding == true { givingUp() }
    question?.end()
  }
}

extension TerminalFile {
  /// True while we are in its foreground.
  fileprivate var isOurs: Bool { tcgetpgrp(descriptor) == getpgrp() }

  /// The same, once we go on after the stop that the background means.
  fileprivate var isOursAfterStop: Bool {
    if isOurs { return true }
    kill(0, SIGTTIN)
    return false
  }
}
