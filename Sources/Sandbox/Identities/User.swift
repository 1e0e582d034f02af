package import Secrets

/// An IAM user, or an account's root user, with its long-lived keys.
package struct User: Sendable, Hashable {
  /// `arn:aws:iam::111122223333:user/maya`, or `arn:aws:iam::111122223333:root`.
  package let arn: String
  package var keys: [Keys]
  package var devices: [MFADevice]

  package init(arn: String, keys: [Keys], devices: [MFADevice] = []) {
    self.arn = arn
    self.keys = keys
    self.devices = devices
  }
}
