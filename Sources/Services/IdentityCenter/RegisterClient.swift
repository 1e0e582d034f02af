package import AWSClient
package import Foundation
package import Secrets

/// Registers this program as a client with Identity Center; logins need a registration.
package struct RegisterClient: Sendable, Hashable {
  package var clientName: String
  package var scopes: [String]?
  /// The grant types of PKCE; nil, like the properties below, for a client that shows a code.
  package var grantTypes: [String]?
  /// The redirect URIs without a port; any port is allowed.
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
    // Up to the end of the year 9999, the last one that the caches can write.
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

/// A client that is registered with Identity Center.
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
