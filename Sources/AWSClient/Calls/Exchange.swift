import Foundation
import Text

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
func grantedTime(expiration: Date?, in response: HTTPResponse) -> Date? {
  guard let end = expiration, let date = response.date,
    (0...longestSession).contains(end.timeIntervalSince(date))
  else { return nil }
  return date
}

/// The most that a signature's time may be off for AWS to accept it, in seconds (IAM, signing requests).
private let acceptedSkew: TimeInterval = 15 * 60

/// The longest that keys for a role last, in seconds.
private let longestSession: TimeInterval = 12 * 3600

extension HTTPResponse {
  /// What the clock showed where the answer was made; nil where it does not say, or no clock of AWS's shows that.
  var date: Date? {
    headers.named("date").flatMap(httpDate).flatMap { plausibleTimes.contains($0) ? $0 : nil }
  }
}

extension ErrorResponse {
  /// True where the clock may be at fault.
  var blamesClock: Bool { clockCodes.contains(code) }

  /// True where AWS looks at the signature first, and has accepted it.
  var followsSignature: Bool { ["AccessDenied", "AccessDeniedException"].contains(code) }
}

/// What a request's time may be off by for another one not to be tried, in seconds: AWS tolerates 15 minutes, and less
/// than 5 may be the answer's way here.
let toleratedSkew: TimeInterval = 300

private let clockCodes: Set = [
  "RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture", "SignatureDoesNotMatch",
  "InvalidSignatureException", "AuthFailure",
]

/// The years 2020 to 2199.
private let plausibleTimes =
  Date(timeIntervalSince1970: 1_577_836_800)..<Date(timeIntervalSince1970: 7_258_118_400)

/// A time as HTTP writes it: `Sun, 06 Nov 1994 08:49:37 GMT`.
private func httpDate(_ text: String) -> Date? {
  let parts = text.split(separator: " ")
  guard parts.count == 6, parts[5] == "GMT", let month = months.firstIndex(of: parts[2]) else {
    return nil
  }
  let number = month < 9 ? "0\(month + 1)" : "\(month + 1)"
  return parseISO8601("\(parts[3])-\(number)-\(parts[1])T\(parts[4])Z")
}

private let months: [Substring] = [
  "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
]
