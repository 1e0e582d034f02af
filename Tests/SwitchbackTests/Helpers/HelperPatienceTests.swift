import Credentials
import Testing

/// How long a program is waited for.
struct HelperPatienceTests {
  private let start = ContinuousClock.now

  /// The first second at which its time is over.
  private func end(callEnd: Int?, isAsking: Bool) -> Int? {
    let patience = HelperTimeBudget(from: start, callEnd: callEnd.map { start + .seconds($0) })
    return (0...60).first {
      patience.overrun(at: start + .seconds($0), isAsking: isAsking) != nil
    }
  }

  @Test func itIsNamedBeforeTheWholeCallIsOver() {
    #expect(end(callEnd: 50, isAsking: false) == 45)
    #expect(end(callEnd: nil, isAsking: false) == 45)
  }

  @Test func whoAnswersAQuestionHasWhatIsLeftOfTheCall() {
    #expect(end(callEnd: 50, isAsking: true) == 49)
    #expect(end(callEnd: nil, isAsking: true) == 49)
    #expect(end(callEnd: 47, isAsking: true) == 46)
  }

  @Test func whoBeginsLateInACallIsNamedToo() {
    #expect(end(callEnd: 30, isAsking: false) == 29)
    #expect(end(callEnd: 30, isAsking: true) == 29)
  }

  @Test func theSecondsThatItTookAreSaid() {
    let patience = HelperTimeBudget(from: start, callEnd: start + .seconds(50))
    #expect(patience.overrun(at: start + .seconds(45), isAsking: false) == 45)
    #expect(patience.overrun(at: start + .milliseconds(44_900), isAsking: false) == nil)
  }
}
