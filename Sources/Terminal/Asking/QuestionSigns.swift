/// Tells when a helper asks: it has written to its terminal, or has had it open for a while, as who
/// reads there has.
///
/// Nothing else is a question: without that terminal, the helper can read nothing.
struct QuestionDetector {
  /// Long enough for a program that only looks whether there is a terminal.
  static let delay = Duration.milliseconds(100)

  private var openSince: ContinuousClock.Instant?

  /// Takes in what is done with its terminal now; true where it asks.
  mutating func isQuestion(_ use: PseudoTerminal.Use, at now: ContinuousClock.Instant) -> Bool {
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
