import Foundation

/// A machine of EC2, as its own metadata describe it.
package struct Instance: Sendable, Hashable {
  /// Nil where the machine has none.
  package let roleARN: String?
  package var allowsVersion1: Bool
  /// How long the role's keys last.
  package var seconds: Int
  /// Tokens for the metadata, and when they end.
  var tokens: [String: Date] = [:]

  package init(roleARN: String?, allowsVersion1: Bool = false, seconds: Int = 6 * 3600) {
    self.roleARN = roleARN
    self.allowsVersion1 = allowsVersion1
    self.seconds = seconds
  }
}
