import Credentials
import Foundation
import Synchronization
import Testing

/// This machine's clock in a test, which can be set.
private final class MachineClock: Sendable {
  private let shown: Mutex<Date>

  init(ahead: TimeInterval) { shown = Mutex(Date() + ahead) }

  var now: Date {
    get { shown.withLock { $0 } }
    set { shown.withLock { $0 = newValue } }
  }
}

extension AWSClock {
  /// As an endpoint of AWS's says it.
  fileprivate func hears(_ time: Date) {
    learn(time, from: "https://sts.eu-west-1.amazonaws.com")
  }
}

struct AWSClockTests {
  private let file = NSTemporaryDirectory() + "switchback-clock-\(UUID().uuidString)/clock"
  private let machine = MachineClock(ahead: 86_400)

  private func clock() -> AWSClock {
    AWSClock(file: file) { [machine] in machine.now }
  }

  private func removeFolder() {
    try? FileManager.default.removeItem(atPath: (file as NSString).deletingLastPathComponent)
  }

  @Test func isTheMachinesUntilAWSShowsAnother() {
    let clock = clock()
    #expect(clock.now() == machine.now && clock.offset == nil && clock.offsetWarning() == nil)
    clock.hears(machine.now - 86_400)
    #expect(clock.now() == machine.now - 86_400)
    #expect(clock.offset?.ahead == 86_400)
    removeFolder()
  }

  @Test func othersKnowWhatOneHasLearnt() {
    clock().hears(machine.now - 86_400)
    let other = clock()
    #expect(other.now() == machine.now - 86_400)
    // It is no news to them.
    #expect(other.offsetWarning() == nil)
    #expect(
      other.offsetWarning(evenIfKnown: true) != nil && other.offsetWarning(evenIfKnown: true) == nil
    )
    removeFolder()
  }

  @Test func whatIsNewIsSaidOnce() {
    let clock = clock()
    clock.hears(machine.now - 86_400)
    #expect(
      clock.offsetWarning()
        == "This machine's clock is 1 d ahead of AWS's. Set it: timedatectl set-ntp true")
    clock.hears(machine.now - 86_401)
    #expect(clock.offsetWarning() == nil && clock.offsetWarning(evenIfKnown: true) == nil)
    clock.hears(machine.now + 3_661)
    #expect(clock.offsetWarning()?.contains("1 h 1 min behind AWS's") == true)
    removeFolder()
  }

  @Test func aMinuteIsTheWayOfAnAnswer() {
    let clock = clock()
    clock.hears(machine.now - 60)
    clock.hears(machine.now + 60)
    #expect(clock.offset == nil && !FileManager.default.fileExists(atPath: file))
    clock.hears(machine.now - 61)
    #expect(clock.offset?.ahead == 61)
    removeFolder()
  }

  /// A clock that was set counts as right until AWS's next response.
  @Test func aClockThatIsSetIsTrustedAgain() {
    let (first, second) = (clock(), clock())
    first.hears(machine.now - 86_400)
    #expect(second.offset?.ahead == 86_400)
    machine.now -= 86_400
    for clock in [first, second, clock()] {
      #expect(clock.offset == nil && clock.now() == machine.now)
    }
    machine.now += 7_200
    first.hears(machine.now - 7_200)
    #expect(clock().offset?.ahead == 7_200)
    removeFolder()
  }

  @Test func theNextAnswerCorrectsWhatWasWrong() {
    let clock = clock()
    clock.hears(machine.now + 1_000_000)
    clock.hears(machine.now)
    #expect(clock.offset == nil && clock.now() == machine.now)
    #expect(self.clock().offset == nil)
    removeFolder()
  }

  @Test(arguments: [
    "", "x", "boot 1 2", "9999999999999999999999 1 1", "- -9223372036854775808 9223372036854775807",
    "\u{0}\u{0}\u{0}", String(repeating: "9", count: 5000),
  ])
  func damageIsNoOffset(_ text: String) throws {
    clock().hears(machine.now - 86_400)
    let boot = try String(contentsOfFile: file, encoding: .utf8).split(separator: " ")[0]
    for damaged in [text, "\(boot) \(text)", "\(boot) \(Int.min) \(Int.max)"] {
      try Data(damaged.utf8).write(to: URL(filePath: file))
      #expect(clock().offset == nil && clock().now() == machine.now)
    }
    removeFolder()
  }

  @Test func anotherStartOfTheMachineIsAnotherClock() throws {
    clock().hears(machine.now - 86_400)
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try Data(("00000000" + text.dropFirst(8)).utf8).write(to: URL(filePath: file))
    #expect(clock().offset == nil)
    removeFolder()
  }

  /// A custom endpoint is not AWS's, and has its own clock.
  @Test(arguments: [
    "http://127.0.0.1:4566", "https://sts.example.com", "http://sts.eu-west-1.amazonaws.com",
    "https://amazonaws.com.example.org/", "https://sts.eu-west-1.amazonaws.com.example.org",
    "https://sts.eu-west-1.amazonaws.com@evil.example/", "https://notamazonaws.com", "x", "",
  ])
  func whatAnEndpointOfTheUsersSaysHoldsForThatAlone(_ url: String) {
    let clock = clock()
    clock.learn(machine.now - 7_200, from: url)
    #expect(clock.offset == nil && self.clock().offset == nil)
    let other = clock.of(endpoint: url)
    other.learn(machine.now - 7_200, from: url)
    other.hears(machine.now - 86_400)
    #expect(other.offset?.ahead == 7_200 && clock.offset == nil)
    #expect(clock.offsetWarning()?.contains("2 h ahead") == true && clock.offsetWarning() == nil)
    #expect(clock.of(endpoint: url).offset?.ahead == 7_200)
    // Other processes know it, too, of the same one.
    #expect(self.clock().of(endpoint: url).offset?.ahead == 7_200)
    #expect(self.clock().of(endpoint: "http://127.0.0.1:1").offset == nil)
    #expect(other.of(endpoint: "https://sts.us-east-1.amazonaws.com").offset == nil)
    #expect(self.clock().offset == nil && clock.now() == machine.now)
    removeFolder()
  }

  @Test(arguments: [
    "https://sts.eu-west-1.amazonaws.com", "https://STS.us-east-1.AMAZONAWS.com/",
    "https://sts.cn-north-1.amazonaws.com.cn", "https://sts.us-east-1.api.aws",
    "https://vpce-1.sts.eu-west-1.vpce.amazonaws.com",
  ])
  func allOfAWSHasOneClock(_ url: String) {
    let clock = clock()
    clock.learn(machine.now - 7_200, from: url)
    #expect(clock.offset?.ahead == 7_200 && clock.of(endpoint: url) === clock)
    removeFolder()
  }

  @Test func whatIsForgottenIsForgottenByAll() {
    let clock = clock()
    #expect(!clock.forget())
    clock.hears(machine.now - 86_400)
    #expect(clock.forget() && !clock.forget())
    #expect(clock.now() == machine.now && self.clock().offset == nil)
    removeFolder()
  }
}
