package import AWSClient
package import Foundation
package import Secrets

/// Renews the credentials from `aws login` at AWS Sign-In; the answer has a new refresh token.
package struct CreateOAuth2Token: Sendable, Hashable {
  package var clientID: String
  package var refreshToken: Secret
  /// The login's private key, in PEM: only its holder can renew the login.
  package var dpopKey: Secret

  package init(clientID: String, refreshToken: Secret, dpopKey: Secret) {
    self.clientID = clientID
    self.refreshToken = refreshToken
    self.dpopKey = dpopKey
  }
}

extension CreateOAuth2Token: JSONOperation {
  package var violations: [String] {
    guard dpopPrivateKey(dpopKey) == nil else { return [] }
    return ["The dpopKey of the login is not a P-256 private key in PEM; run `aws login` again."]
  }

  package var context: RequestContext { RequestContext(.renewSignIn) }

  package func request(to endpoint: Endpoint, at date: Date) -> HTTPRequest {
    var request = HTTPRequest.post(
      RequestBody(clientId: clientID, refreshToken: refreshToken.revealed), to: endpoint,
      "/v1/token")
    let id = UUID().uuidString.lowercased()
    if let proof = dpopProof(of: dpopKey, for: request, at: date, id: id) {
      request.headers.append(HTTPHeader("DPoP", proof))
    }
    return request
  }

  package func answer(_ response: HTTPResponse, at date: Date) throws(ResponseError) -> SignInToken
  {
    let answer = try decodeJSON(response.body, as: ResponseBody.self)
    let token = answer.accessToken
    return SignInToken(
      credentials: AWSCredentials(
        accessKeyID: token.accessKeyId.text, secretAccessKey: Secret(token.secretAccessKey.text),
        sessionToken: Secret(token.sessionToken.text),
        expiration: date + TimeInterval(answer.expiresIn.seconds)),
      refreshToken: Secret(answer.refreshToken.text))
  }

  package static func check(_ answer: SignInToken, at now: Date) throws(ResponseError) {
    try answer.credentials.check(at: now)
  }
}

private struct RequestBody: Encodable {
  var clientId: String
  var grantType = "refresh_token"
  var refreshToken: String
}

private struct ResponseBody: Decodable {
  struct AccessToken: Decodable {
    var accessKeyId, secretAccessKey, sessionToken: NonEmptyString
  }
  var accessToken: AccessToken
  var expiresIn: Lifetime
  var refreshToken: NonEmptyString
}

/// Credentials from console sign-in, which last about 15 minutes, and the token to renew them.
package struct SignInToken: Sendable, Hashable {
  /// The credentials with their expiration by this machine's clock; AWS does not repeat the
  /// account.
  package let credentials: AWSCredentials
  package let refreshToken: Secret

  package init(credentials: AWSCredentials, refreshToken: Secret) {
    self.credentials = credentials
    self.refreshToken = refreshToken
  }
}
