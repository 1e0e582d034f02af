/// An MFA code that is wanted; whoever asked for credentials answers it with the code.
package struct CodeRequest: Sendable, Equatable {
  /// The device's serial number or ARN.
  package var device: String
  /// The role that wants it.
  package var roleARN: String
  /// The code before this one was refused.
  package var afterWrongCode: Bool

  package init(device: String, roleARN: String, afterWrongCode: Bool = false) {
    self.device = device
    self.roleARN = roleARN
    self.afterWrongCode = afterWrongCode
  }
}
