import Foundation

/// The only scope of Identity Center's portal.
let portalScope = "sso:account:access"

extension IdentityCenter {
  /// Registers a program as a client, if its parameters are valid.
  mutating func registerClient(
    _ parameters: Parameters, _ random: inout RandomSource, at now: Date
  ) throws(FakeAWSError) -> Answer {
    _ = try parameters.required("clientName")
    guard try parameters.required("clientType") == "public" else {
      throw FakeAWSError(
        code: "InvalidClientMetadataException", status: 400,
        message: "The only client type is public")
    }
    let client = Client(
      id: random.token(), secret: random.token(),
      end: now + TimeInterval(lifetimes.client), grants: try grants(parameters),
      scopes: try scopes(parameters), redirects: try redirects(parameters))
    clients[client.id] = client
    return try Answer(json: ResponseBody(client, at: now), caller: client.id)
  }

  /// The grant types; without any, a client is for devices, with refresh tokens if it names a
  /// scope.
  private func grants(_ parameters: Parameters) throws(FakeAWSError) -> Set<GrantType> {
    let names = parameters.list("grantTypes")
    guard !names.isEmpty else {
      return parameters.list("scopes").isEmpty ? [.deviceCode] : [.deviceCode, .refreshToken]
    }
    var grants: Set<GrantType> = []
    for name in names {
      guard let grant = GrantType(rawValue: name) else { throw .unsupportedGrant(name) }
      grants.insert(grant)
    }
    return grants
  }

  private func scopes(_ parameters: Parameters) throws(FakeAWSError) -> Set<String> {
    let scopes = parameters.list("scopes")
    if let unknown = scopes.first(where: { $0 != portalScope }) { throw .invalidScope(unknown) }
    return Set(scopes)
  }

  /// The redirect URIs; a client for authorization codes needs them, and the issuer's URL.
  private func redirects(_ parameters: Parameters) throws(FakeAWSError) -> [String] {
    let redirects = parameters.list("redirectUris")
    guard parameters.list("grantTypes").contains(GrantType.authorizationCode.rawValue) else {
      guard redirects.isEmpty else {
        throw .invalidRequest("redirectUris are for the grant type authorization_code")
      }
      return []
    }
    guard try parameters.required("issuerUrl") == startURL else {
      throw .invalidRequest("Invalid issuer url provided")
    }
    guard !redirects.isEmpty else {
      throw .invalidRequest("Missing required parameter: redirectUris")
    }
    guard redirects.allSatisfy({ $0.hasPrefix("http://127.0.0.1/") }) else {
      throw FakeAWSError(
        code: "InvalidRedirectUriException", status: 400,
        message: "A redirect URI must be http://127.0.0.1 without a port, and a path")
    }
    return redirects
  }
}

private struct ResponseBody: Encodable {
  var clientId, clientSecret: String
  /// Seconds since 1970.
  var clientIdIssuedAt, clientSecretExpiresAt: Int

  init(_ client: Client, at now: Date) {
    (clientId, clientSecret) = (client.id, client.secret)
    clientIdIssuedAt = Int(now.timeIntervalSince1970)
    clientSecretExpiresAt = Int(client.end.timeIntervalSince1970)
  }
}

/// A registered client.
struct Client: Sendable, Hashable {
  let id: String
  let secret: String
  let end: Date
  let grants: Set<GrantType>
  let scopes: Set<String>
  /// The redirect URIs: loopback addresses without a port.
  let redirects: [String]

  /// True if logins of this client have a refresh token.
  var refreshes: Bool { grants.contains(.refreshToken) }
}

/// The kind of a grant for a token.
enum GrantType: String, Sendable, Hashable, CaseIterable {
  case authorizationCode = "authorization_code"
  case deviceCode = "urn:ietf:params:oauth:grant-type:device_code"
  case refreshToken = "refresh_token"
}

extension IdentityCenter {
  /// The client of a request, checked by its secret.
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
  /// A required parameter; throws if it is missing or empty.
  func required(_ name: String) throws(FakeAWSError) -> String {
    guard let value = self[name], !value.isEmpty else {
      throw .invalidRequest("Missing required parameter: \(name)")
    }
    return value
  }
}
