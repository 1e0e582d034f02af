import Foundation
import Sandbox
import Secrets
import Synchronization

/// A Sandbox on loopback, and the calls that it heard.
final class Served: Sendable {
  let server: SandboxServer
  private let heard: Heard

  private final class Heard: Sendable {
    let calls = Mutex<[(call: RecordedCall, at: ContinuousClock.Instant)]>([])
  }

  private init(_ server: SandboxServer, _ heard: Heard) {
    self.server = server
    self.heard = heard
  }

  /// Runs `body` beside a server of that cloud, whose clock is behind ours by so many seconds.
  static func serving(
    _ cloud: FakeAWS, behind: TimeInterval = 0, _ body: (Served) async throws -> Void
  ) async throws {
    let heard = Heard()
    let server = try await SandboxServer.start(
      cloud, now: { Date() - behind },
      onCall: { call in
        heard.calls.withLock { $0.append((call, .now)) }
      })
    do {
      try await body(Served(server, heard))
      await server.stop()
    } catch {
      await server.stop()
      throw error
    }
  }

  var url: String { server.url }

  /// The calls so far, of one operation or of all.
  func calls(_ operation: String? = nil) -> [RecordedCall] {
    heard.calls.withLock { $0.map(\.call) }.filter {
      operation == nil || $0.operation == operation
    }
  }

  /// The most calls that came within any one second.
  var mostInASecond: Int {
    let times = heard.calls.withLock { $0.map(\.at) }
    return times.indices.map { first in
      times[first...].prefix { $0 < times[first] + .seconds(1) }.count
    }.max() ?? 0
  }
}

extension FakeAWS {
  /// A user with keys and a phone, an Identity Center, two providers, machines, and roles of
  /// another account for all.
  static func workplace() -> FakeAWS {
    let maya = User(
      arn: "arn:aws:iam::111122223333:user/maya",
      keys: [
        AWSCredentials(accessKeyID: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: Secret(mayasSecret))
      ], devices: [MFADevice(serial: mayasPhone, seed: Secret("JBSWY3DPEHPK3PXP"))])
    let center = IdentityCenter.workplace
    let trusts: [(String, TrustPolicy)] = [
      ("Admin", TrustPolicy([maya.arn], extras: [.tags, .sourceIdentity])),
      ("Guarded", TrustPolicy([maya.arn], requiresMFA: true)),
      ("Closed", TrustPolicy(["arn:aws:iam::999999999999:root"])),
      ("Web", TrustPolicy([workplaceIssuer.arn], subjects: ["ci"])),
      ("Federated", TrustPolicy([workplaceADFS.arn])),
      ("Onward", TrustPolicy([center.roleARN("Developer", in: "111122223333")])),
    ]
    var cloud = FakeAWS(
      users: [maya],
      roles: trusts.map { Role(arn: role($0), trust: $1, maxSessionDuration: 43_200) },
      seed: Secret("end to end"))
    cloud.identityCenter = center
    cloud.providers = [workplaceIssuer, workplaceADFS]
    cloud.containers = [
      Container("task", roleARN: role("Admin"), authorization: Secret("container-secret"))
    ]
    cloud.instance = Instance(roleARN: role("Admin"))
    return cloud
  }

  static func role(_ name: String) -> String { "arn:aws:iam::222233334444:role/\(name)" }
}

extension IdentityCenter {
  /// Maya is a developer in one account; logins approve themselves after a poll that had to wait.
  fileprivate static var workplace: IdentityCenter {
    var center = IdentityCenter(
      startURL: "https://harbour.awsapps.com/start", region: "eu-west-1",
      people: [
        Person(
          "maya",
          [
            Assignment(
              account: "111122223333", accountName: "harbour", permissionSet: "Developer")
          ])
      ], approvesAutomatically: 1)
    center.interval = 1
    return center
  }
}

let workplaceIssuer = IdentityProvider.oidc(
  "https://ci.example", account: "222233334444", signature: .shared(Secret("issuer's own")))
let workplaceADFS = IdentityProvider.saml(
  "ADFS", account: "222233334444", secret: Secret("adfs's own"))

/// `dev`, a role of Identity Center, and `onward`, a role assumed with it.
let workplaceLogin = """
  [sso-session harbour]
  sso_start_url = https://harbour.awsapps.com/start
  sso_region = eu-west-1
  sso_registration_scopes = sso:account:access

  [profile dev]
  sso_session = harbour
  sso_account_id = 111122223333
  sso_role_name = Developer
  region = eu-west-1

  [profile onward]
  role_arn = \(FakeAWS.role("Onward"))
  source_profile = dev
  region = eu-west-1

  """

let mayasSecret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
let mayasPhone = "arn:aws:iam::111122223333:mfa/phone"

/// `base` with the keys of the workplace's user, and these profiles.
func workplace(_ profiles: String) -> String {
  """
  [profile base]
  aws_access_key_id = AKIAIOSFODNN7EXAMPLE
  aws_secret_access_key = \(mayasSecret)
  region = eu-west-1

  \(profiles)
  """
}

/// The workplace with a profile `prod`, whose role requires an MFA code; with these keys besides.
func guardedWorkplace(_ keys: String = "") -> String {
  workplace(
    "[profile prod]\nrole_arn = \(FakeAWS.role("Guarded"))\nsource_profile = base\n"
      + "mfa_serial = \(mayasPhone)\n" + keys)
}

/// What `switchback credentials` prints.
struct Printed: Decodable, Equatable {
  var Version: Int
  var AccessKeyId: String
  var SecretAccessKey: String
  var SessionToken: String?
  var Expiration: String?
  var AccountId: String?
}
