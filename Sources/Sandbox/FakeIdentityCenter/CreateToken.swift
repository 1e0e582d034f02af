import Foundation

extension IdentityCenter {
  /// The tokens of a login, for a grant, which is used up.
  mutating func createToken(
    _ parameters: Parameters, _ random: inout RandomSource, at now: Date
  ) throws(FakeAWSError) -> Answer {
    let client = try client(parameters, at: now)
    let name = try parameters.required("grantType")
    guard let grant = GrantType(rawValue: name) else { throw .unsupportedGrant(name) }
    guard client.grants.contains(grant) else { throw .unauthorizedClient(grant) }
    let login =
      switch grant {
      case .authorizationCode: try redeemCode(parameters, of: client, at: now)
      case .deviceCode: try redeemDevice(parameters, of: client, at: now)
      case .refreshToken: try redeemRefresh(parameters, of: client)
      }
    let token = random.token()
    logins.add(token, to: login, until: now + TimeInterval(lifetimes.accessToken))
    let refresh = client.refreshes ? random.token() : nil
    if let refresh { logins.addRefresh(refresh, to: login) }
    return try Answer(
      json: ResponseBody(
        accessToken: token, expiresIn: lifetimes.accessToken, refreshToken: refresh),
      caller: logins.person(of: login)?.name ?? client.id)
  }

  private mutating func redeemCode(
    _ parameters: Parameters, of client: Client, at now: Date
  ) throws(FakeAWSError) -> Int {
    let code = try parameters.required("code")
    let redirect = try parameters.required("redirectUri")
    let verifier = try parameters.required("codeVerifier")
    // Every attempt uses the code up, also a failed one.
    guard let grant = codes.removeValue(forKey: code), grant.client == client.id, grant.end > now
    else { throw .invalidGrant("Invalid authorization code provided") }
    guard grant.redirect == redirect else { throw .invalidGrant("Invalid redirect uri provided") }
    guard grant.isProven(by: verifier) else { throw .invalidGrant("Invalid PKCE verifier") }
    return logins.begin(grant.person, client: client.id)
  }

  private mutating func redeemDevice(
    _ parameters: Parameters, of client: Client, at now: Date
  ) throws(FakeAWSError) -> Int {
    let code = try parameters.required("deviceCode")
    guard var device = devices[code], device.client == client.id else {
      throw .invalidGrant("Invalid device code provided")
    }
    defer { devices[code] = device }
    let helper = people.first.flatMap { person in approvesAutomatically.map { ($0, person) } }
    return logins.begin(try device.poll(at: now, helper: helper), client: client.id)
  }

  private mutating func redeemRefresh(
    _ parameters: Parameters, of client: Client
  ) throws(FakeAWSError) -> Int {
    let token = try parameters.required("refreshToken")
    guard let login = logins.redeem(token, client: client.id) else {
      throw .invalidGrant("Invalid refresh token provided")
    }
    return login
  }
}

private struct ResponseBody: Encodable {
  var accessToken: String
  var tokenType = "Bearer"
  var expiresIn: Int
  var refreshToken: String?
}
