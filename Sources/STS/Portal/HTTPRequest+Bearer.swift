import Secrets

extension HTTPRequest {
  /// A request to the portal that the token of a login, and no signature, entitles to.
  static func bearing(
    _ token: Secret, _ method: String, _ endpoint: Endpoint, _ path: String
  ) -> HTTPRequest {
    HTTPRequest(
      method: method, url: endpoint.url(of: path),
      headers: [
        HTTPHeader("x-amz-sso_bearer_token", token.revealed), HTTPHeader("User-Agent", userAgent),
      ])
  }
}

func bearerFault(_ token: Secret) -> String? {
  headerFault("The login's access token", token)
}
