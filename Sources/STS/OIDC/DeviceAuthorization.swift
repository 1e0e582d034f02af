package import Secrets

/// A login that waits to be approved.
package struct DeviceAuthorization: Sendable, Hashable {
  /// What the token is asked for with.
  package let deviceCode: Secret
  /// What the person compares, or types; not yet cleaned, though without control characters.
  package let userCode: String
  /// Where the person types it: a web address.
  package let verificationURI: String
  /// The same with the code in it, so that nothing is to be typed.
  package let verificationURIComplete: String?
  /// In seconds, from now.
  package let expiresIn: Int
  /// The least time between two questions whether it is approved, in seconds; 5 where AWS gives none.
  package let interval: Int

  package init(
    deviceCode: Secret, userCode: String, verificationURI: String,
    verificationURIComplete: String?, expiresIn: Int, interval: Int
  ) {
    self.deviceCode = deviceCode
    self.userCode = userCode
    self.verificationURI = verificationURI
    self.verificationURIComplete = verificationURIComplete
    self.expiresIn = expiresIn
    self.interval = interval
  }
}
