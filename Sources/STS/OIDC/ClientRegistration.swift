package import Foundation
package import Secrets

/// A client that Identity Center knows.
package struct ClientRegistration: Sendable, Hashable {
  package let clientID: String
  package let clientSecret: Secret
  package let expiresAt: Date

  package init(clientID: String, clientSecret: Secret, expiresAt: Date) {
    self.clientID = clientID
    self.clientSecret = clientSecret
    self.expiresAt = expiresAt
  }
}
