package import Foundation
package import Secrets

/// Asks the portal of Identity Center to end a login, by its token.
package struct Logout: Sendable, Hashable {
  package var accessToken: Secret

  package init(accessToken: Secret) {
    self.accessToken = accessToken
  }
}

extension Logout: JSONOperation {
  package var faults: [String] { [bearerFault(accessToken)].compactMap(\.self) }
  package var asked: Asked { Asked(.logout) }

  package func request(to endpoint: Endpoint, at date: Date) -> HTTPRequest {
    .bearing(accessToken, "POST", endpoint, "/logout")
  }

  package func answer(_ response: HTTPResponse, at date: Date) throws(AnswerFault) {}
}
