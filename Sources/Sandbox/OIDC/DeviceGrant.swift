import Foundation

/// A device that waits for someone to approve it elsewhere.
struct DeviceGrant: Sendable, Hashable {
  enum State: Sendable, Hashable {
    case pending
    case approved(Person)
    case denied
    case used
  }

  let client: String
  let userCode: String
  let end: Date
  /// Seconds that must lie between two polls; five more after each that came too soon.
  var interval: Int
  var state = State.pending
  /// Polls that were told to wait.
  private var polls = 0
  private var polledAt: Date?

  init(client: String, userCode: String, end: Date, interval: Int) {
    self.client = client
    self.userCode = userCode
    self.end = end
    self.interval = interval
  }

  /// Answers a poll: the person who approved, once.
  ///
  /// `helper` approves by itself after so many polls, as a person.
  mutating func poll(
    at now: Date, helper: (polls: Int, person: Person)?
  ) throws(FakeAWSError) -> Person {
    if state == .used { throw .invalidGrant("Device code was used already") }
    guard end > now else { throw .expiredDevice }
    try checkPollInterval(at: now)
    if let helper, state == .pending, polls >= helper.polls { state = .approved(helper.person) }
    switch state {
    case .approved(let person):
      state = .used
      return person
    case .denied: throw .denied
    case .pending, .used:
      polls += 1
      throw .pending
    }
  }

  private mutating func checkPollInterval(at now: Date) throws(FakeAWSError) {
    defer { polledAt = now }
    // A quarter of a second is what a network may take from an honest interval.
    guard let polledAt, now.timeIntervalSince(polledAt) < Double(interval) - 0.25 else { return }
    interval += 5
    throw .slowDown
  }
}
