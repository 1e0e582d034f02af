package import Secrets

/// An IAM user, or an account's root user, with its long-lived keys.
package struct User: Sendable, Hashable {
  /// `arn:aws:iam::111122223333:user/maya`, or `arn:aws:iam::111122223333:root`.
  package let arn: String
  package var accessKeys: [AWSCredentials]
  package var devices: [MFADevice]

  package init(arn: String, keys: [AWSCredentials], devices: [MFADevice] = []) {
    self.arn = arn
    self.accessKeys = keys
    self.devices = devices
  }
}
