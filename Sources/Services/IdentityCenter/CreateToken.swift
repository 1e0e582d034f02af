package import AWSClient
package import Foundation
package import Secrets

/// Asks Identity Center for the token of a login.
///
/// An authorization code is sent once: it is spent by use, and the lost answer with it. A refresh token is sent again
/// after a lost answer, as the AWS CLI does: if the first was heard, it has rotated and the second is refused, and the
/// login would be over without the second, too.
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
      accessToken: Secret(answer.accessToken.text), expiresIn: answer.expiresIn.count,
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

/// What a token of a login is asked for with.
package enum TokenGrant: Sendable, Hashable {
  /// Of a login that waits to be approved, or is.
  case deviceCode(Secret)
  case refreshToken(Secret)
  /// What the browser brought back; good for one use.
  case authorizationCode(Secret, redirectURI: String, verifier: Secret)
}

extension TokenGrant {
  /// The grant without what is secret in it.
  package var kind: RequestContext.GrantKind {
    switch self {
    case .deviceCode: .deviceCode
    case .refreshToken: .refreshToken
    case .authorizationCode: .authorizationCode
    }
  }
}

/// The token of a login to Identity Center.
package struct OIDCToken: Sendable, Hashable {
  package let accessToken: Secret
  /// In seconds, from now.
  package let expiresIn: Int
  /// What the next token is asked for with; a new one each time, where there is one at all.
  package let refreshToken: Secret?

  package init(accessToken: Secret, expiresIn: Int, refreshToken: Secret?) {
    self.accessToken = accessToken
    self.expiresIn = expiresIn
    self.refreshToken = refreshToken
  }
}
