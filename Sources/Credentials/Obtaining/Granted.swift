package import Secrets

/// Keys as somebody granted them, and who STS says they are where it was asked.
package struct Granted: Sendable, Equatable {
  package var keys: Keys
  package var arn: String?

  package init(_ keys: Keys, arn: String? = nil) {
    self.keys = keys
    self.arn = arn
  }
}
