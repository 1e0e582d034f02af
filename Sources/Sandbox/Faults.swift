/// Simulated failures, for tests.
package struct Faults: Sendable, Hashable {
  /// Every call of this number is answered with `Rate exceeded`.
  package var throttledOneIn: Int?
  /// The lifetime of temporary credentials in seconds, whatever is requested.
  package var sessionSeconds: Int?
  /// The regions in which STS is not activated.
  package var disabledRegions: Set<String> = []
  /// The accounts whose roles do not trust any principal.
  package var untrustingAccounts: Set<String> = []
  private var calls = 0

  package init() {}

  /// Counts a call, and throws if it is throttled.
  mutating func throttle(_ dialect: Dialect) throws(FakeAWSError) {
    calls += 1
    guard let throttledOneIn, calls.isMultiple(of: max(1, throttledOneIn)) else { return }
    throw dialect == .query ? .throttling : .tooManyRequests
  }

  func checkRegion(_ region: String, of caller: Caller) throws(FakeAWSError) {
    guard disabledRegions.contains(region) else { return }
    throw FakeAWSError(
      code: "RegionDisabledException", status: 403,
      message: "STS is not activated in this region for account:\(caller.account). "
        + "Your account administrator can activate STS in this region using the IAM Console.")
  }
}

extension FakeAWSError {
  fileprivate static let throttling = FakeAWSError(
    code: "Throttling", status: 400, message: "Rate exceeded")

  fileprivate static let tooManyRequests = FakeAWSError(
    code: "TooManyRequestsException", status: 429, message: "HTTP 429 Unknown Code")
}
