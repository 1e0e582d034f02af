import Testing
@testable import Terminal

/// When a helper asks the user.
struct QuestionDetectorTests {
  private typealias Use = PseudoTerminal.Use

  /// The milliseconds after which a question is detected; nil if none is.
  private func asks(_ uses: [(at: Int, Use)]) -> Int? {
    var detector = QuestionDetector()
    let start = ContinuousClock.now
    return uses.first { at, use in detector.isQuestion(use, at: start + .milliseconds(at)) }?.at
  }

  @Test func whoWritesAsksAtOnce() {
    #expect(asks([(0, .none), (50, .written)]) == 50)
    #expect(asks([(0, .written)]) == 0)
  }

  @Test func whoOnlyLooksDoesNot() {
    #expect(asks([(0, .none), (50, .open), (100, .none), (150, .open), (200, .none)]) == nil)
  }

  @Test func whoReadsSilentlyDoesAfterAWhile() {
    #expect(asks([(0, .none), (50, .open), (100, .open), (150, .open), (200, .open)]) == 150)
    #expect(asks([(0, .open), (60, .none), (120, .open), (180, .open), (230, .open)]) == 230)
  }
}
