import Secrets

extension HTTPRequest {
  /// A request to the portal that the token of a login, and no signature, entitles to.
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
