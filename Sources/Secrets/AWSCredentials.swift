package import Foundation

/// Credentials as AWS hands them out: an access key, its secret, and for temporary ones a token and an end.
package struct AWSCredentials: Sendable, Hashable {
  /// Public by AWS's own account: it names the key and appears in logs and signatures.
  package var accessKeyID: String
  package var secretAccessKey: Secret
  package var sessionToken: Secret?
  /// When temporary credentials end; absent for long-lived keys.
  package var expiration: Date?
  package var accountID: String?

  package init(
    accessKeyID: String, secretAccessKey: Secret, sessionToken: Secret? = nil,
    expiration: Date? = nil, accountID: String? = nil
  ) {
    self.accessKeyID = accessKeyID
    self.secretAccessKey = secretAccessKey
    self.sessionToken = sessionToken
    self.expiration = expiration
    self.accountID = accountID
  }
}

extension AWSCredentials {
  /// A part of keys, by the name that sentences have for it.
  package enum Part: String, Sendable, Hashable {
    case accessKeyID = "access key ID"
    case secretAccessKey = "secret access key"
    case sessionToken = "session token"
  }

  /// The first part that holds a control character, or bytes that were not UTF-8; nil if there is none.
  ///
  /// No request and no variable could carry it unchanged. AWS's own keys are ASCII letters, digits and a few signs.
  package var unusablePart: Part? {
    if isUnusable(accessKeyID) { return .accessKeyID }
    if isUnusable(secretAccessKey.revealed) { return .secretAccessKey }
    return sessionToken.map { isUnusable($0.revealed) } == true ? .sessionToken : nil
  }
}

private func isUnusable(_ text: String) -> Bool {
  // Nearly every text is one of ASCII, of which a look at the bytes tells.
  guard text.utf8.contains(where: { !(0x20...0x7E).contains($0) }) else { return false }
  return text.unicodeScalars.contains { scalar in
    scalar.properties.generalCategory == .control || scalar == "\u{FFFD}"
      // As bytes of the environment that are not UTF-8 are kept; see `RawText`.
      || (0x10_FF80...0x10_FFFF).contains(scalar.value)
  }
}
