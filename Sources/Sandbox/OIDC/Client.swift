import Foundation

/// A program that registered itself.
struct Client: Sendable, Hashable {
  let id: String
  let secret: String
  let end: Date
  let grants: Set<GrantType>
  let scopes: Set<String>
  /// Loopback addresses without a port.
  let redirects: [String]

  /// Whether a login of this client comes with a refresh token.
  var refreshes: Bool { grants.contains(.refreshToken) }
}

/// What a token is asked for with.
enum GrantType: String, Sendable, Hashable, CaseIterable {
  case authorizationCode = "authorization_code"
  case deviceCode = "urn:ietf:params:oauth:grant-type:device_code"
  case refreshToken = "refresh_token"
}

extension IdentityCenter {
  /// The client that a request names and proves to be.
  func client(_ parameters: Parameters, at now: Date) throws(FakeAWSError) -> Client {
    let id = try parameters.required("clientId")
    let secret = try parameters.required("clientSecret")
    guard let client = clients[id], client.secret == secret else {
      throw .invalidClient("Invalid client provided")
    }
    guard client.end > now else { throw .invalidClient("Client registration has expired") }
    return client
  }
}

extension Parameters {
  /// A parameter that must be there, and not empty.
  func required(_ name: String) throws(FakeAWSError) -> String {
    guard let value = self[name], !value.isEmpty else {
      throw .invalidRequest("Missing required parameter: \(name)")
    }
    return value
  }
}
