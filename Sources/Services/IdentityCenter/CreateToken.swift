package import AWSClient
package import Foundation
package import Secrets

/// Gets the token of a login from Identity Center.
///
/// An authorization code is sent once, since it can be used once. A refresh token is sent again if
/// the answer was lost, as the AWS CLI does. If the first request arrived, the token was replaced
/// and the second request fails; without the second request the login would be lost as well.
package struct CreateToken: Sendable, Hashable {
  package var clientID: String
  package var clientSecret: Secret
  package var grant: TokenGrant

  package init(clientID: String, clientSecret: Secret, grant: TokenGrant) {
    self.clientID = clientID
    self.clientSecret = clientSecret
    self.grant = grant
  }
}

extension CreateToken: JSONOperation {
  package var context: RequestContext { RequestContext(.createToken(grant.kind)) }

  package func request(to endpoint: Endpoint, at date: Date) -> HTTPRequest {
    .post(
      RequestBody(clientID: clientID, clientSecret: clientSecret, grant: grant), to: endpoint,
      "/token")
  }

  package func answer(_ response: HTTPResponse, at date: Date) throws(ResponseError) -> OIDCToken {
    let answer = try decodeJSON(response.body, as: ResponseBody.self)
    return OIDCToken(
      accessToken: Secret(answer.accessToken.text), expiresIn: answer.expiresIn.seconds,
      refreshToken: answer.refreshToken.map { Secret($0.text) })
  }

  package static func check(_ answer: OIDCToken, at now: Date) throws(ResponseError) {
    try answer.accessToken.check("access token")
  }
}

private struct RequestBody: Encodable {
  var clientId, clientSecret, grantType: String
  var deviceCode, refreshToken, code, redirectUri, codeVerifier: String?

  init(clientID: String, clientSecret: Secret, grant: TokenGrant) {
    clientId = clientID
    self.clientSecret = clientSecret.revealed
    switch grant {
    case .deviceCode(let code):
      grantType = "urn:ietf:params:oauth:grant-type:device_code"
      deviceCode = code.revealed
    case .refreshToken(let token):
      grantType = "refresh_token"
      refreshToken = token.revealed
    case .authorizationCode(let code, let redirectURI, let verifier):
      grantType = "authorization_code"
      self.code = code.revealed
      redirectUri = redirectURI
      codeVerifier = verifier.revealed
    }
  }
}

private struct ResponseBody: Decodable {
  var accessToken: NonEmptyString
  var expiresIn: Lifetime
  var refreshToken: NonEmptyString?
}

/// The grant that a login's token is requested with.
package enum TokenGrant: Sendable, Hashable {
  /// The code of a login that is approved in a browser.
  case deviceCode(Secret)
  case refreshToken(Secret)
  /// The code that the browser returned; it can be used once.
  case authorizationCode(Secret, redirectURI: String, verifier: Secret)
}

extension TokenGrant {
  /// The kind of the grant, without its secrets.
  package var kind: RequestContext.GrantKind {
    switch self {
    case .deviceCode: .deviceCode
    case .refreshToken: .refreshToken
    case .authorizationCode: .authorizationCode
    }
  }
}

/// The token of an Identity Center login.
package struct OIDCToken: Sendable, Hashable {
  package let accessToken: Secret
  /// In seconds, from now.
  package let expiresIn: Int
  /// The token to request the next one with; each answer has a new one, if any.
  package let refreshToken: Secret?

  package init(accessToken: Secret, expiresIn: Int, refreshToken: Secret?) {
    self.accessToken = accessToken
    self.expiresIn = expiresIn
    self.refreshToken = refreshToken
  }
}
