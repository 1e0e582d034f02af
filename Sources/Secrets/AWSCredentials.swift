package import Foundation

/// Credentials as AWS issues them: an access key ID and its secret; temporary ones also have a
/// token and an end.
package struct AWSCredentials: Sendable, Hashable {
  /// Not a secret, according to AWS: it identifies the key and appears in logs and signatures.
  package var accessKeyID: String
  package var secretAccessKey: Secret
  package var sessionToken: Secret?
  /// The end of temporary credentials; nil for long-term ones.
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
  /// A part of credentials; the raw value is its name in sentences.
  package enum Part: String, Sendable, Hashable {
    case accessKeyID = "access key ID"
    case secretAccessKey = "secret access key"
    case sessionToken = "session token"
  }

  /// The first part with a control character, or with bytes that were not UTF-8; nil if there is
  /// none.
  ///
  /// Neither a request nor an environment variable could carry it unchanged. AWS's own credentials
  /// are ASCII letters, digits and a few symbols.
  package var unusablePart: Part? {
    if isUnusable(accessKeyID) { return .accessKeyID }
    if isUnusable(secretAccessKey.revealed) { return .secretAccessKey }
    return sessionToken.map { isUnusable($0.revealed) } == true ? .sessionToken : nil
  }
}

private func isUnusable(_ text: String) -> Bool {
  // Nearly every text is ASCII, which the bytes alone show.
  guard text.utf8.contains(where: { !(0x20...0x7E).contains($0) }) else { return false }
  return text.unicodeScalars.contains { scalar in
    scalar.properties.generalCategory == .control || scalar == "\u{FFFD}"
      // Bytes of the environment that are not UTF-8 are kept as these; see `RawText`.
      || (0x10_FF80...0x10_FFFF).contains(scalar.value)
  }
}
