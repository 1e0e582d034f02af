package import Secrets

/// An MFA device, and the code that it shows now; each code is good for one call.
package struct MFA: Sendable, Hashable {
  /// `arn:aws:iam::111122223333:mfa/NAME`, or the serial number of a hardware device.
  package var serialNumber: String
  package var code: Secret

  package init(serialNumber: String, code: Secret) {
    self.serialNumber = serialNumber
    self.code = code
  }
}
