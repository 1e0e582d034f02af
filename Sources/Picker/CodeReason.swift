/// Why an MFA code is asked for.
package enum CodeReason: Equatable, Sendable, CaseIterable {
  case first
  /// AWS refused the last one.
  case wrong
  /// The last one may have reached AWS, which takes no code twice.
  case maybeUsed
}
