import Foundation
import Sandbox
import Secrets

extension String {
  static let startURL = "https://d-1234567890.awsapps.com/start"
  static let deviceCode = "urn:ietf:params:oauth:grant-type:device_code"
}

extension IdentityCenter {
  /// Two people, of whom Ana may be something in three accounts.
  static func office(approvesAutomatically: Int? = nil) -> IdentityCenter {
    let ana = [
      ("111111111111", "Payments", "Admin"), ("111111111111", "Payments", "ReadOnly"),
      ("222222222222", "Data", "Admin"), ("333333333333", "Logs", "Auditor"),
    ].map { Assignment(account: $0, accountName: $1, permissionSet: $2) }
    return IdentityCenter(
      startURL: .startURL, region: "eu-west-1",
      people: [Person("ana", ana), Person("ben", [])], approvesAutomatically: approvesAutomatically)
  }
}

extension FakeAWS {
  /// The sample cloud with an Identity Center, and roles that trust one of its roles.
  static func office(approvesAutomatically: Int? = 0) -> FakeAWS {
    let center = IdentityCenter.office(approvesAutomatically: approvesAutomatically)
    let admin = center.roleARN("Admin", in: "111111111111")
    let sample = FakeAWS.sample()
    var cloud = FakeAWS(
      users: sample.users,
      roles: sample.roles + [
        Role(arn: roleARN("ByRole"), trust: TrustPolicy([admin]), maxSessionDuration: 43200),
        Role(arn: roleARN("ByAccount"), trust: TrustPolicy(["arn:aws:iam::111111111111:root"])),
      ], seed: Secret("tests"), random: Countdown(count: 0))
    cloud.identityCenter = center
    return cloud
  }

  /// Registers a client: for devices, or with these.
  mutating func client(_ more: [String: any Sendable] = [:], at date: Date = now) -> Registration {
    let asked: [String: any Sendable] = [
      "clientName": "tests", "clientType": "public", "scopes": ["sso:account:access"],
    ]
    return Registration(post("/client/register", asked.merging(more) { $1 }, at: date))
  }

  /// Begins the login of a device.
  mutating func device(of client: Registration, at date: Date = now) -> Reply {
    post("/device_authorization", client.proof.merging(["startUrl": .startURL]) { $1 }, at: date)
  }

  /// Asks for a token with a grant.
  mutating func token(
    _ client: Registration, _ type: String, _ grant: [String: String], at date: Date = now
  ) -> Reply {
    post("/token", client.proof.merging(["grantType": type]) { $1 }.merging(grant) { $1 }, at: date)
  }

  /// Asks for the token of a device.
  mutating func poll(_ client: Registration, _ device: Reply, at date: Date = now) -> Reply {
    let code = ["deviceCode": device.json("deviceCode") ?? ""]
    return token(client, .deviceCode, code, at: date)
  }

  /// Logs in as Ana, where that approves itself, and gives the access token.
  mutating func login() -> String {
    let client = client()
    return poll(client, device(of: client)).json("accessToken") ?? ""
  }

  /// Asks the portal with a token.
  mutating func portal(
    _ path: String, _ query: [String: String] = [:], token: String, at date: Date = now
  ) -> Reply {
    get(path, query, headers: ["x-amz-sso_bearer_token": token], at: date)
  }
}

/// What a client has of its registration.
struct Registration {
  let reply: Reply

  init(_ reply: Reply) { self.reply = reply }

  var id: String { reply.json("clientId") ?? "" }
  var proof: [String: String] {
    ["clientId": id, "clientSecret": reply.json("clientSecret") ?? ""]
  }
}
