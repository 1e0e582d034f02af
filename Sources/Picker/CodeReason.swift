/// Why an MFA code is asked for.
package enum CodeReason: Equatable, Sendable, CaseIterable {
  case firstRequest
  /// AWS refused the last one.
  case refused
  /// The last one may have reached AWS, which takes no code twice.
  case maybeUsed
}
