import Foundation

/// How far AWS's clock is ahead of ours, in seconds, where a refusal blames the clock.
///
/// STS tolerates 15 minutes; less than 5 is taken for the answer's way here and corrects nothing.
func clockSkew(_ refusal: Refusal, in response: HTTPResponse, at now: Date) -> TimeInterval? {
  guard clockCodes.contains(refusal.code),
    let text = response.headers.named("date"), let date = httpDate(text)
  else { return nil }
  let skew = date.timeIntervalSince(now)
  return abs(skew) > 300 ? skew : nil
}

private let clockCodes: Set = [
  "RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture", "SignatureDoesNotMatch",
  "InvalidSignatureException", "AuthFailure",
]

/// A time as HTTP writes it: `Sun, 06 Nov 1994 08:49:37 GMT`.
private func httpDate(_ text: String) -> Date? {
  let parts = text.split(separator: " ")
  guard parts.count == 6, parts[5] == "GMT", let month = months.firstIndex(of: parts[2]) else {
    return nil
  }
  let number = month < 9 ? "0\(month + 1)" : "\(month + 1)"
  return try? Date("\(parts[3])-\(number)-\(parts[1])T\(parts[4])Z", strategy: .iso8601)
}

private let months: [Substring] = [
  "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
]
