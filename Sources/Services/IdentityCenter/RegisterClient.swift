package import AWSClient
package import Foundation
package import Secrets

/// Asks Identity Center for a client of our own, which logins are then asked for with.
package struct RegisterClient: Sendable, Hashable {
  package var clientName: String
  package var scopes: [String]?
  /// Those of PKCE; nil, like what follows, for a client that shows a code.
  package var grantTypes: [String]?
  /// Without the port, which may be any.
  package var redirectURIs: [String]?
  /// The start URL of Identity Center.
  package var issuerURL: String?

  package init(
    clientName: String, scopes: [String]? = nil, grantTypes: [String]? = nil,
    redirectURIs: [String]? = nil, issuerURL: String? = nil
  ) {
    self.clientName = clientName
    self.scopes = scopes
    self.grantTypes = grantTypes
    self.redirectURIs = redirectURIs
    self.issuerURL = issuerURL
  }
}

extension RegisterClient: JSONOperation {
  package var context: RequestContext { RequestContext(.registerClient) }

  package func request(to endpoint: Endpoint, at date: Date) -> HTTPRequest {
    .post(
      RequestBody(
        clientName: clientName, scopes: scopes, grantTypes: grantTypes, redirectUris: redirectURIs,
        issuerUrl: issuerURL), to: endpoint, "/client/register")
  }

  package func answer(
    _ response: HTTPResponse, at date: Date
  ) throws(ResponseError) -> ClientRegistration {
    let answer = try decodeJSON(response.body, as: ResponseBody.self)
    // To the end of the year 9999, which is what a time can be written down as.
    guard 0..<253_402_300_800 ~= answer.clientSecretExpiresAt else {
      throw .invalidValue("clientSecretExpiresAt")
    }
    return ClientRegistration(
      clientID: answer.clientId.text, clientSecret: Secret(answer.clientSecret.text),
      expiresAt: Date(timeIntervalSince1970: Double(answer.clientSecretExpiresAt)))
  }
}

private struct RequestBody: Encodable {
  var clientName: String
  var clientType = "public"
  var scopes, grantTypes, redirectUris: [String]?
  var issuerUrl: String?
}

private struct ResponseBody: Decodable {
  var clientId, clientSecret: NonEmptyString
  /// In seconds since 1970.
  var clientSecretExpiresAt: Int64
}

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
