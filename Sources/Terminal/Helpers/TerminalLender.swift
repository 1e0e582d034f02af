import Glibc

/// Whoever has the user's terminal, and gives way for what a helper asks there.
package struct TerminalLender: Sendable {
  /// How a question came to its end.
  package enum Outcome: Sendable {
    /// The helper has ended, or was given up by others.
    case finished
    /// By Ctrl-C.
    case interrupted
    /// By a lone Escape.
    case escaped
  }

  /// A line that says who asks, shown before anything that the helper writes.
  var heading: String
  /// Nothing but what the helper writes is written: the terminal may know no escape sequences.
  var isPlain: Bool
  /// After how many milliseconds Escape is a lone one, which gives the helper up; nil where it is a
  /// key like others.
  var escapeTimeout: Int?
  /// Leaves the terminal, with the settings that it was found with; false where it cannot be had.
  ///
  /// Called on the helper's thread, as is `comeBack`.
  var leave: @Sendable () -> Bool
  /// The helper and all that it has started has ended, and the terminal is as `leave` left it.
  var takeBack: @Sendable (Outcome) -> Void

  package init(
    heading: String, isPlain: Bool, escapePatience: Int?, leave: @escaping @Sendable () -> Bool,
    comeBack: @escaping @Sendable (Outcome) -> Void
  ) {
    self.heading = heading
    self.isPlain = isPlain
    self.escapeTimeout = escapePatience
    self.leave = leave
    self.takeBack = comeBack
  }
}

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

/// Tells when a helper asks: it has written to its terminal, or has had it open for a while, as who
/// reads there has.
///
/// Nothing else is a question: without that terminal, the helper can read nothing.
package struct QuestionDetector {
  /// Long enough for a program that only looks whether there is a terminal.
  static let delay = Duration.milliseconds(100)

  private var openSince: ContinuousClock.Instant?

  /// Takes in what is done with its terminal now; true where it asks.
  package mutating func isQuestion(_ use: PseudoTerminal.Use, at now: ContinuousClock.Instant)
    -> Bool
  {
    switch use {
    case .written: return true
    case .none: openSince = nil
    case .open:
      guard let openSince else {
        openSince = now
        return false
      }
      return openSince.duration(to: now) >= Self.delay
    }
    return false
  }
}
