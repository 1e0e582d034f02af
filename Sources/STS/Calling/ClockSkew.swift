import Accounts
import Foundation

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
