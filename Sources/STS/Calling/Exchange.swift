import Foundation
import Secrets

/// A request that was answered, and the time that it was made with.
struct Exchange: Sendable {
  let request: HTTPRequest
  let sent: Date
  /// What was added to our clock for it, in seconds.
  var skew: TimeInterval = 0
}

extension Exchange {
  var isSigned: Bool { request.headers.named("x-amz-date") != nil }

  /// The time that AWS's clock showed, where the answer proves it; nil for a request that was not signed.
  ///
  /// AWS accepts no signature whose time is more than 15 minutes from its own, so that no other Date can be true.
  func acceptedTime(in response: HTTPResponse) -> Date? {
    guard isSigned, let date = response.date,
      abs(date.timeIntervalSince(sent)) <= acceptedSkew
    else { return nil }
    return date
  }
}

/// The time that AWS's clock showed, where keys that an answer grants prove it; nil where nothing does.
///
/// They are new, and last for 12 hours at most, so that the time is before their end, and by no more than that.
func grantedTime(of answer: some Sendable, in response: HTTPResponse) -> Date? {
  let end =
    switch answer {
    case let keys as AWSCredentials: keys.expiration
    case let role as AssumedRole: role.credentials.expiration
    default: nil as Date?
    }
  guard let end, let date = response.date,
    (0...longestSession).contains(end.timeIntervalSince(date))
  else { return nil }
  return date
}

/// The most that a signature's time may be off for AWS to accept it, in seconds (IAM, signing requests).
private let acceptedSkew: TimeInterval = 15 * 60

/// The longest that keys for a role last, in seconds.
private let longestSession: TimeInterval = 12 * 3600
