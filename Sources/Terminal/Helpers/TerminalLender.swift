import Glibc

/// The current user of the terminal, which lends it to a helper that asks.
package struct TerminalLender: Sendable {
  /// How a question ended.
  package enum Outcome: Sendable {
    /// The helper has ended, or was cancelled from elsewhere.
    case finished
    /// The user typed Ctrl-C.
    case interrupted
    /// The user typed a lone Escape.
    case escaped
  }

  /// A line that names the helper, shown before its output.
  var heading: String
  /// Whether only the helper's output is written, because the terminal may not support escape
  /// sequences.
  var isPlain: Bool
  /// The milliseconds after which an Escape is a lone one, which cancels the helper; nil if Escape
  /// is a key like any other.
  var escapeTimeout: Int?
  /// Leaves the terminal with its original settings.
  ///
  /// It returns false if the terminal is not available.
  ///
  /// Called on the helper's thread, as is `takeBack`.
  var leave: @Sendable () -> Bool
  /// Takes the terminal back after the helper and its processes have ended.
  ///
  /// The terminal is as `leave` left it.
  var takeBack: @Sendable (Outcome) -> Void

  package init(
    heading: String, isPlain: Bool, escapeTimeout: Int?, leave: @escaping @Sendable () -> Bool,
    takeBack: @escaping @Sendable (Outcome) -> Void
  ) {
    self.heading = heading
    self.isPlain = isPlain
    self.escapeTimeout = escapeTimeout
    self.leave = leave
    self.takeBack = takeBack
  }
}

/// The terminal of a helper: a pseudo-terminal that is shown on the user's terminal once the helper
/// asks.
final class LentTerminal {
  private let lender: TerminalLender
  private let own: PseudoTerminal
  private var detector = QuestionDetector()
  /// Whether the helper asks.
  ///
  /// Its earlier output is shown first.
  private var isAsking = false
  /// Whether the helper asks while another process is in the foreground of the user's terminal.
  private var isInBackground = false
  private(set) var question: HelperQuestion?

  /// Creates the terminal.
  ///
  /// It returns nil if the user cannot be asked: there is no terminal, or this process is not in
  /// its foreground.
  init?(from lender: TerminalLender) {
    guard let terminal = TerminalFile.openInFront() else { return nil }
    // A program that has a terminal open may ask there: the parent of this process could assume
    // that of this process too.
    defer { terminal.close() }
    guard let own = PseudoTerminal(like: terminal) else { return nil }
    (self.lender, self.own) = (lender, own)
  }

  /// The descriptor for the helper, and the path for programs that ask on its behalf, for example a
  /// pinentry.
  var end: Int32 { own.other }
  var path: String { own.path }

  /// Closes this process's copy of the helper's end.
  func isTaken() { own.closeOther() }

  var awaited: [pollfd] {
    question?.awaited ?? (isInBackground ? [] : [own.awaited(typing: false)])
  }

  /// Passes on available input and output.
  ///
  /// It returns true if the helper must be cancelled now.
  func relay() -> Bool {
    if let question { return question.relay() }
    guard isAsking else {
      isAsking = detector.isQuestion(own.use, at: .now)
      return false
    }
    guard let terminal = TerminalFile.openInFront() else {
      isInBackground = true
      // Stops as a reader in the background does, until this process is in the foreground again.
      kill(0, SIGTTIN)
      return false
    }
    question = HelperQuestion(lender, on: terminal, of: own)
    return question == nil
  }

  /// Ends the question after the helper has ended.
  ///
  /// If the user cancelled, all processes that it has started end too.
  func finish(givingUp: () -> Void) {
    if question == nil, own.use == .written, let terminal = TerminalFile.openInFront() {
      question = HelperQuestion(lender, on: terminal, of: own)
    }
    if question?.isEnding == true { givingUp() }
    question?.end()
  }
}

extension TerminalFile {
  /// The controlling terminal; nil if there is none, or if another process is in its foreground.
  fileprivate static func openInFront() -> TerminalFile? {
    guard let terminal = try? open() else { return nil }
    if tcgetpgrp(terminal.descriptor) == getpgrp() { return terminal }
    terminal.close()
    return nil
  }
}

/// Detects when a helper asks: it has written to its terminal, or has had it open for a while, as a
/// reader has.
///
/// Nothing else is a question: without that terminal, the helper can read nothing.
package struct QuestionDetector {
  /// Long enough for a program that only checks whether there is a terminal.
  static let delay = Duration.milliseconds(100)

  private var openSince: ContinuousClock.Instant?

  /// Takes the current use of its terminal.
  ///
  /// It returns true if the helper asks.
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
