package import Foundation
package import Secrets

/// Keys as somebody granted them, and who STS says they are where it was asked.
package struct IssuedCredentials: Sendable, Equatable {
  package var keys: AWSCredentials
  package var arn: String?
  /// When, where that was before now.
  package var obtained: Date?
  /// The same by this machine's own clock.
  package var obtainedHere: Date?

  package init(
    _ keys: AWSCredentials, arn: String? = nil, obtained: Date? = nil, obtainedHere: Date? = nil
  ) {
    self.keys = keys
    self.arn = arn
    self.obtained = obtained
    self.obtainedHere = obtainedHere
  }
}
