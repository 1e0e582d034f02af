import Foundation

extension IdentityCenter {
  /// Begins the login of a device: a code for the device, and one for its user to type.
  ///
  /// `origin` is this server's URL.
  mutating func startDeviceAuthorization(
    _ parameters: Parameters, origin: String, _ random: inout RandomSource, at now: Date
  ) throws(FakeAWSError) -> Answer {
    let client = try client(parameters, at: now)
    guard client.grants.contains(.deviceCode) else { throw .unauthorizedClient(.deviceCode) }
    guard try parameters.required("startUrl") == startURL else {
      throw .invalidRequest("Invalid start url provided")
    }
    let device = DeviceGrant(
      client: client.id, userCode: random.userCode(), end: now + TimeInterval(lifetimes.device),
      interval: interval)
    let code = random.token()
    devices[code] = device
    let page = origin + Route.device.path
    return try Answer(
      json: ResponseBody(
        deviceCode: code, userCode: device.userCode, verificationUri: page,
        verificationUriComplete: "\(page)?user_code=\(device.userCode)",
        expiresIn: lifetimes.device, interval: interval), caller: client.id)
  }
}

private struct ResponseBody: Encodable {
  var deviceCode, userCode, verificationUri, verificationUriComplete: String
  var expiresIn, interval: Int
}

/// A device that is waiting for approval.
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
  /// The minimum time between two polls, in seconds; five more after each poll that came too soon.
  var interval: Int
  var state = State.pending
  /// The number of polls that were answered as pending.
  private var polls = 0
  private var polledAt: Date?

  init(client: String, userCode: String, end: Date, interval: Int) {
    self.client = client
    self.userCode = userCode
    self.end = end
    self.interval = interval
  }

  /// Answers a poll with the person who approved, once.
  ///
  /// `helper` approves automatically after a number of polls, as a person.
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
    // Network delays can shorten a correct interval; a quarter of a second is tolerated.
    guard let polledAt, now.timeIntervalSince(polledAt) < Double(interval) - 0.25 else { return }
    interval += 5
    throw .slowDown
  }
}
