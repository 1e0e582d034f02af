import Foundation
import Text

/// A request that was answered, and the time in it.
struct Exchange: Sendable {
  let request: HTTPRequest
  let sent: Date
  /// The correction that was added to this machine's clock, in seconds.
  var skew: TimeInterval = 0
}

extension Exchange {
  var isSigned: Bool { request.headers.named("x-amz-date") != nil }

  /// The time of AWS's clock, if the answer proves it; nil for a request that was not signed.
  ///
  /// AWS only accepts signatures whose time is within 15 minutes of its own time. A Date outside of
  /// that range is therefore false.
  func acceptedTime(in response: HTTPResponse) -> Date? {
    guard isSigned, let date = response.date,
      abs(date.timeIntervalSince(sent)) <= acceptedSkew
    else { return nil }
    return date
  }
}

/// The time of AWS's clock, if the new credentials in an answer prove it; else nil.
///
/// New credentials last for 12 hours at most. Their expiration therefore follows the time of the
/// answer by 0 to 12 hours.
func grantedTime(expiration: Date?, in response: HTTPResponse) -> Date? {
  guard let end = expiration, let date = response.date,
    (0...longestSession).contains(end.timeIntervalSince(date))
  else { return nil }
  return date
}

/// The maximum error of a signature's time that AWS accepts, in seconds (IAM, signing requests).
private let acceptedSkew: TimeInterval = 15 * 60

/// The maximum duration of a role's credentials, in seconds.
private let longestSession: TimeInterval = 12 * 3600

extension HTTPResponse {
  /// The time in the Date header; nil if there is none, or if it is not plausible.
  var date: Date? {
    headers.named("date").flatMap(httpDate).flatMap { plausibleTimes.contains($0) ? $0 : nil }
  }
}

extension ErrorResponse {
  /// True if a wrong clock may be the cause.
  var blamesClock: Bool { clockCodes.contains(code) }

  /// True for errors that AWS gives only after it has accepted the signature.
  var followsSignature: Bool { ["AccessDenied", "AccessDeniedException"].contains(code) }
}

/// The clock error up to which another time is not tried, in seconds.
///
/// AWS tolerates 15 minutes. A difference below 5 minutes may be the answer's transfer time.
let toleratedSkew: TimeInterval = 300

private let clockCodes: Set = [
  "RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture", "SignatureDoesNotMatch",
  "InvalidSignatureException", "AuthFailure",
]

/// The years 2020 to 2199.
private let plausibleTimes =
  Date(timeIntervalSince1970: 1_577_836_800)..<Date(timeIntervalSince1970: 7_258_118_400)

/// The time in an HTTP date, like `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, 5.6.7).
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
