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
    #expect(clock.now() == machine.now && clock.offset == nil && clock.news() == nil)
    clock.learn(machine.now - 86_400)
    #expect(clock.now() == machine.now - 86_400)
    #expect(clock.offset?.ahead == 86_400)
    removeFolder()
  }

  @Test func othersKnowWhatOneHasLearnt() {
    clock().learn(machine.now - 86_400)
    let other = clock()
    #expect(other.now() == machine.now - 86_400)
    // It is no news to them.
    #expect(other.news() == nil)
    #expect(other.news(evenIfKnown: true) != nil && other.news(evenIfKnown: true) == nil)
    removeFolder()
  }

  @Test func whatIsNewIsSaidOnce() {
    let clock = clock()
    clock.learn(machine.now - 86_400)
    #expect(
      clock.news()
        == "This machine's clock is 1 d ahead of AWS's. Set it: timedatectl set-ntp true")
    clock.learn(machine.now - 86_401)
    #expect(clock.news() == nil && clock.news(evenIfKnown: true) == nil)
    clock.learn(machine.now + 3_661)
    #expect(clock.news()?.contains("1 h 1 min behind AWS's") == true)
    removeFolder()
  }

  @Test func aMinuteIsTheWayOfAnAnswer() {
    let clock = clock()
    clock.learn(machine.now - 60)
    clock.learn(machine.now + 60)
    #expect(clock.offset == nil && !FileManager.default.fileExists(atPath: file))
    clock.learn(machine.now - 61)
    #expect(clock.offset?.ahead == 61)
    removeFolder()
  }

  /// Whoever sets it sets it right; until AWS says otherwise.
  @Test func aClockThatIsSetIsTrustedAgain() {
    let (first, second) = (clock(), clock())
    first.learn(machine.now - 86_400)
    #expect(second.offset?.ahead == 86_400)
    machine.now -= 86_400
    for clock in [first, second, clock()] {
      #expect(clock.offset == nil && clock.now() == machine.now)
    }
    machine.now += 7_200
    first.learn(machine.now - 7_200)
    #expect(clock().offset?.ahead == 7_200)
    removeFolder()
  }

  @Test func theNextAnswerCorrectsWhatWasWrong() {
    let clock = clock()
    clock.learn(machine.now + 1_000_000)
    clock.learn(machine.now)
    #expect(clock.offset == nil && clock.now() == machine.now)
    #expect(self.clock().offset == nil)
    removeFolder()
  }

  @Test(arguments: [
    "", "x", "boot 1 2", "9999999999999999999999 1 1", "- -9223372036854775808 9223372036854775807",
    "\u{0}\u{0}\u{0}", String(repeating: "9", count: 5000),
  ])
  func damageIsNoOffset(_ text: String) throws {
    clock().learn(machine.now - 86_400)
    let boot = try String(contentsOfFile: file, encoding: .utf8).split(separator: " ")[0]
    for damaged in [text, "\(boot) \(text)", "\(boot) \(Int.min) \(Int.max)"] {
      try Data(damaged.utf8).write(to: URL(filePath: file))
      #expect(clock().offset == nil && clock().now() == machine.now)
    }
    removeFolder()
  }

  @Test func anotherStartOfTheMachineIsAnotherClock() throws {
    clock().learn(machine.now - 86_400)
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try Data(("00000000" + text.dropFirst(8)).utf8).write(to: URL(filePath: file))
    #expect(clock().offset == nil)
    removeFolder()
  }
}
