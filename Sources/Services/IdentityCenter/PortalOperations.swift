package import AWSClient
package import Foundation
package import Secrets

/// Gets temporary credentials for a role from Identity Center's portal, with a login's token.
package struct GetRoleCredentials: Sendable, Hashable {
  package var accountID: String
  package var roleName: String
  package var accessToken: Secret

  package init(accountID: String, roleName: String, accessToken: Secret) {
    self.accountID = accountID
    self.roleName = roleName
    self.accessToken = accessToken
  }
}

extension GetRoleCredentials: JSONOperation {
  package var violations: [String] { [bearerTokenViolation(accessToken)].compactMap(\.self) }

  package var context: RequestContext {
    RequestContext(.roleCredentials(accountID: accountID, roleName: roleName))
  }

  package func request(to endpoint: Endpoint, at date: Date) -> HTTPRequest {
    let role = percentEncoded(roleName.utf8)
    let account = percentEncoded(accountID.utf8)
    return .withBearerToken(
      accessToken, "GET", endpoint,
      "/federation/credentials?role_name=\(role)&account_id=\(account)")
  }

  package func answer(_ response: HTTPResponse, at date: Date) throws(ResponseError)
    -> AWSCredentials
  {
    let credentials = try decodeJSON(response.body, as: ResponseBody.self).roleCredentials
    return AWSCredentials(
      accessKeyID: credentials.accessKeyId.text,
      secretAccessKey: Secret(credentials.secretAccessKey.text),
      sessionToken: Secret(credentials.sessionToken.text),
      expiration: Date(timeIntervalSince1970: Double(credentials.expiration) / 1000),
      accountID: accountID)
  }
}

private struct ResponseBody: Decodable {
  struct RoleCredentials: Decodable {
    var accessKeyId, secretAccessKey, sessionToken: NonEmptyString
    /// In milliseconds since 1970.
    var expiration: Int64
  }
  var roleCredentials: RoleCredentials
}

/// Ends a login at Identity Center's portal, with the login's token.
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

extension HTTPRequest {
  /// A request to the portal that is authorized by a login's token instead of a signature.
  static func withBearerToken(
    _ token: Secret, _ method: String, _ endpoint: Endpoint, _ path: String
  ) -> HTTPRequest {
    HTTPRequest(
      method: method, url: endpoint.url(of: path),
      headers: [
        HTTPHeader("x-amz-sso_bearer_token", token.revealed), HTTPHeader("User-Agent", userAgent),
      ])
  }
}

func bearerTokenViolation(_ token: Secret) -> String? {
  headerViolation("The login's access token", token)
}
