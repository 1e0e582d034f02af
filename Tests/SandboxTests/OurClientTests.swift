import AWSClient
import Foundation
import STS
import Sandbox
import Secrets
import Services
import Synchronization
import Testing

/// The two rooms were written from the same page, apart: here they meet.
struct OurClientTests {
  private let wire = Wire(.office(approvesAutomatically: 1))

  @Test func logsInByDeviceAndRefreshes() async throws {
    let client = try await wire.call(
      RegisterClient(clientName: "tests", scopes: ["sso:account:access"]))
    let device = try await wire.call(
      StartDeviceAuthorization(
        clientID: client.clientID, clientSecret: client.clientSecret, startURL: .startURL))
    let ask = CreateToken(
      clientID: client.clientID, clientSecret: client.clientSecret,
      grant: .deviceCode(device.deviceCode))
    #expect(await wire.reason(ask) == .authorizationPending)
    #expect(await wire.reason(ask) == .slowDown)
    let patient = Wire(wire.cloud, at: now + 60)
    let token = try await patient.call(ask)
    var again = ask
    again.grant = .refreshToken(try #require(token.refreshToken))
    let renewed = try await patient.call(again)
    #expect(renewed.accessToken != token.accessToken)
    #expect(await patient.reason(again) == .invalidGrant)
    let keys = try await patient.call(
      GetRoleCredentials(
        accountID: "111111111111", roleName: "Admin", accessToken: renewed.accessToken))
    #expect(keys.expiration == now + 60 + 3600)
    try await patient.call(Logout(accessToken: renewed.accessToken))
    let late = Logout(accessToken: renewed.accessToken)
    #expect(await patient.problem(late)?.meansLoginEnded == true)
  }

  @Test func logsInByCode() async throws {
    let callback = "http://127.0.0.1/oauth/callback"
    let client = try await wire.call(
      RegisterClient(
        clientName: "tests", scopes: ["sso:account:access"],
        grantTypes: ["authorization_code", "refresh_token"], redirectURIs: [callback],
        issuerURL: .startURL))
    let pkce = PKCE.random()
    let redirect = "http://127.0.0.1:8400/oauth/callback"
    let url = authorizationURL(
      endpoint: wire.endpoint, clientID: client.clientID, redirectURI: redirect, state: "s",
      challenge: pkce.challenge, scopes: ["sso:account:access"])
    let sent = Reply(try await wire.send(HTTPRequest(method: "GET", url: url)))
    let code = Secret(try #require(sent.redirect["code"]))
    let token = try await wire.call(
      CreateToken(
        clientID: client.clientID, clientSecret: client.clientSecret,
        grant: .authorizationCode(code, redirectURI: redirect, verifier: pkce.verifier)))
    #expect(token.expiresIn == 28800 && token.refreshToken != nil)
  }

  @Test func getsKeysOfMachines() async throws {
    var cloud = FakeAWS.sample()
    let authorization = Secret("Bearer x")
    cloud.instance = Instance(roleARN: roleARN("Builder"), seconds: 900)
    cloud.containers = [Container("web", roleARN: roleARN("Web"), authorization: authorization)]
    let wire = Wire(cloud)
    let ofInstance = try await instanceCredentials(
      endpoint: origin, allowsVersion1: false, timeoutSeconds: 1, attempts: 1,
      timing: wire.timing, send: wire.send)
    #expect(ofInstance.expiration == now + 900)
    let ofContainer = try await containerCredentials(
      url: "\(origin)/credentials/web", authorization: authorization, timing: wire.timing,
      send: wire.send)
    #expect(ofContainer.accountID == "222233334444")
  }

  @Test func assumesRolesForIdentityProviders() async throws {
    let ci = IdentityProvider.oidc(
      "https://ci.example", account: "222233334444", signature: .ownKey(seed: Secret("mine")))
    let adfs = IdentityProvider.saml("ADFS", account: "222233334444", secret: Secret("ours"))
    let role = Role(arn: roleARN("Vouched"), trust: TrustPolicy([ci.arn, adfs.arn]))
    var cloud = FakeAWS(users: [], roles: [role], seed: Secret("tests"))
    cloud.providers = [ci, adfs]
    let sts = Wire(cloud).sts
    let byToken = try await sts.call(
      AssumeRoleWithWebIdentity(
        roleARN: role.arn, sessionName: "ci",
        token: try ci.webIdentityToken(subject: "repo", at: now)))
    #expect(byToken.arn == "arn:aws:sts::222233334444:assumed-role/Vouched/ci")
    let byAssertion = try await sts.call(
      AssumeRoleWithSAML(
        roleARN: role.arn, principalARN: adfs.arn,
        assertion: try adfs.samlAssertion(subject: "maya", roleARNs: [role.arn], at: now)))
    #expect(byAssertion.arn == "arn:aws:sts::222233334444:assumed-role/Vouched/maya")
  }
}

/// A cloud at the end of a wire, at one moment.
private final class Wire: Sendable {
  private let state: Mutex<FakeAWS>
  private let moment: Date

  init(_ cloud: FakeAWS, at moment: Date = now) {
    state = Mutex(cloud)
    self.moment = moment
  }

  let endpoint = Endpoint(url: origin, signingRegion: "eu-west-1")
  var cloud: FakeAWS { state.withLock { $0 } }
  /// Only the time limit of a call waits here, and is cancelled when the answer is there.
  var timing: Timing {
    Timing(now: { self.moment }, sleep: { try await Task.sleep(for: $0) }, chance: { 0 })
  }
  var send: RequestSender {
    { request in self.state.withLock { $0.answer(request, at: self.moment) } }
  }
  var sts: STSClient { STSClient(endpoint: endpoint, credentials: nil, timing: timing, send: send) }

  func call<Operation: APIOperation>(_ operation: Operation) async throws -> Operation.Answer {
    try await APIClient(endpoint: endpoint, timing: timing, send: send).call(operation)
  }

  func problem<Operation: APIOperation>(_ operation: Operation) async -> ServiceError? {
    do {
      _ = try await call(operation)
      return nil
    } catch { return error as? ServiceError }
  }

  func reason(_ operation: CreateToken) async -> OAuthReason? {
    await problem(operation)?.oauthReason
  }
}
