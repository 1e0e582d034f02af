import Foundation
import Secrets

extension Element {
  /// The keys in the `Credentials` of a result.
  func keys(accountID: String? = nil) throws(AnswerFault) -> Keys {
    guard let credentials = child("Credentials") else { throw .missing("Credentials", in: name) }
    return Keys(
      accessKeyID: try credentials.text(of: "AccessKeyId"),
      secretAccessKey: Secret(try credentials.text(of: "SecretAccessKey")),
      sessionToken: Secret(try credentials.text(of: "SessionToken")),
      expiration: try time(try credentials.text(of: "Expiration")),
      accountID: accountID)
  }
}

/// A time in ISO 8601, with or without fractions of a second.
private func time(_ text: String) throws(AnswerFault) -> Date {
  for isFractional in [false, true] {
    let style = Date.ISO8601FormatStyle(includingFractionalSeconds: isFractional)
    if let date = try? style.parse(text) { return date }
  }
  throw .unreadableTime(text)
}
