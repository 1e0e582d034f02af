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
