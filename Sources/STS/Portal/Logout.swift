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
  package var violations: [String] { [bearerTokenViolation(accessToken)].compactMap(\.self) }
  package var context: RequestContext { RequestContext(.logout) }

  package func request(to endpoint: Endpoint, at date: Date) -> HTTPRequest {
    .withBearerToken(accessToken, "POST", endpoint, "/logout")
  }

  package func answer(_ response: HTTPResponse, at date: Date) throws(ResponseError) {}
}
