import HTTP
import Testing

struct PaceTests {
  @Test func twentyCallsASecondAndNoMore() async {
    let pace = RateLimiter(perSecond: 20)
    let start = ContinuousClock.now
    var waits: [Duration] = []
    for _ in 0..<41 { waits.append(await pace.delay(at: start)) }
    #expect(waits.first == .zero)
    #expect(waits.last == .seconds(2))
    #expect(zip(waits, waits.dropFirst()).allSatisfy { $1 - $0 == .milliseconds(50) })
  }

  @Test func whoComesLateDoesNotWait() async {
    let pace = RateLimiter(perSecond: 20)
    let start = ContinuousClock.now
    _ = await pace.delay(at: start)
    #expect(await pace.delay(at: start + .seconds(3)) == .zero)
  }
}
