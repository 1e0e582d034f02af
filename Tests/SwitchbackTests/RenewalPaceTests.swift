import Shells
import Testing
@testable import Switchback

/// How often AWS is asked for another session, whatever clocks and answers say.
struct RenewalPaceTests {
  /// Asks whenever it is time for this many seconds, while `renewal` says what the session is by
  /// then.
  private func askings(
    for seconds: Double, _ renewal: (_ now: Double) -> Renewal
  ) -> [Double] {
    var pace = RenewalBackoff()
    var now = 0.0
    var current = renewal(now)
    var times: [Double] = []
    while times.count < 10_000 {
      now += pace.wait(for: current, at: now)
      guard now < seconds else { break }
      times.append(now)
      current = renewal(now)
      pace.recordAttempt(current, at: now)
    }
    return times
  }

  @Test func anHoursSessionIsRenewedInTime() {
    let times = askings(for: 12 * 3600) { Renewal(began: Int($0), end: Int($0) + 3600) }
    #expect(times.first == 2700 && times.count == 15)
  }

  @Test func aSessionOfSecondsIsRenewedBeforeItEnds() {
    let times = askings(for: 60) { Renewal(began: Int($0), end: Int($0) + 6) }
    #expect(zip(times, times.dropFirst()).allSatisfy { (3...5).contains($1 - $0) })
  }

  /// A clock that is a day ahead of what the answers say, or AWS's answers are wrong.
  @Test(arguments: [-86_400, -61, -1, 0, 1])
  func sessionsThatSeemEndedAreAskedForEverLater(_ left: Int) {
    let times = askings(for: 3600) {
      Renewal(began: Int($0) + left - 3600, end: Int($0) + left)
    }
    let pauses = zip(times, times.dropFirst()).map { $1 - $0 }
    #expect(pauses.allSatisfy { $0 >= 10 } && times.count < 20, "\(pauses)")
    #expect(pauses.last == 300)
  }

  @Test func whatCannotBeRenewedIsTriedEverLater() {
    let times = askings(for: 7200) { _ in Renewal(began: 0, end: 3600) }
    let pauses = zip(times, times.dropFirst()).map { $1 - $0 }
    #expect(pauses.prefix(4) == [60, 120, 240, 300])
  }
}
