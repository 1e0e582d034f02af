/// An MFA code that is wanted; whoever asked for credentials answers it with the code.
package struct CodeRequest: Sendable, Equatable {
  /// Why it is asked for.
  package enum Reason: Sendable, Hashable {
    case first
    /// AWS refused the code before this one, or it had been sent before.
    case wrong
    /// No answer came to the code before this one, which may be used up.
    case maybeUsed
  }

  /// The device's serial number or ARN.
  package var device: String
  /// The role that wants it.
  package var roleARN: String
  package var reason: Reason

  package init(device: String, roleARN: String, reason: Reason = .first) {
    self.device = device
    self.roleARN = roleARN
    self.reason = reason
  }
}
