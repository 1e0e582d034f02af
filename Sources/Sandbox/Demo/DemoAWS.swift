import Crypto
import Foundation
import Secrets

/// The seed of all secrets of the demo, which give access to nothing but the demo.
let demoSeed = Secret("Harbour & Pine")

/// The MFA devices of Maya's user: one whose codes are typed, and one whose codes a command prints.
enum DemoDevice: String, CaseIterable {
  case phone
  case securityKey = "security-key"

  var serial: String { "arn:aws:iam::\(DemoAccount.identity.id):mfa/\(rawValue)" }

  var device: MFADevice {
    let digest = SHA256.hash(data: Array("\(demoSeed.revealed) \(rawValue)".utf8))
    return MFADevice(serial: serial, seed: Secret(base32(digest.prefix(20))))
  }
}

/// The fake AWS in which all entries work, except the one that is denied access.
func demoAWS(_ entries: [DemoEntry]) -> FakeAWS {
  let users = entries.compactMap { entry -> User? in
    guard case .keys = entry.method else { return nil }
    let devices = entry.account == .identity ? DemoDevice.allCases.map(\.device) : []
    return User(arn: entry.arn, keys: [demoKeys(of: entry)], devices: devices)
  }
  var fakeAWS = FakeAWS(users: users, roles: demoRoles(entries), seed: demoSeed)
  fakeAWS.identityCenter = demoIdentityCenter(entries)
  return fakeAWS
}

/// The long-term credentials of an entry's user.
func demoKeys(of entry: DemoEntry) -> AWSCredentials {
  let key = SymmetricKey(data: Array(demoSeed.revealed.utf8))
  let random = Array(SHA256.hash(data: Array(entry.arn.utf8)))
  let id = accessKeyID(.longTerm, account: entry.account.id, random: random)
  return AWSCredentials(accessKeyID: id, secretAccessKey: derivedSecret(of: id, key: key))
}

/// The roles of all entries, each once.
private func demoRoles(_ entries: [DemoEntry]) -> [Role] {
  let arns = Dictionary(entries.map { ($0.name, $0.arn) }) { first, _ in first }
  var roles: [String: Role] = [:]
  for entry in entries {
    guard case .role(_, let source, let condition) = entry.method else { continue }
    let trust = condition.trust(
      of: arns[source] ?? "", stranger: entry.account.role("Investigator"))
    roles[entry.arn] = Role(
      arn: entry.arn, trust: trust,
      maxSessionDuration: max(roles[entry.arn]?.maxSessionDuration ?? 3600, entry.seconds ?? 3600))
  }
  return roles.values.sorted { $0.arn < $1.arn }
}

extension DemoEntry.TrustCondition {
  fileprivate func trust(of caller: String, stranger: String) -> TrustPolicy {
    switch self {
    case .nothing: TrustPolicy([caller])
    case .code, .codeFromProcess: TrustPolicy([caller], requiresMFA: true)
    case .externalID(let id): TrustPolicy([caller], externalID: id)
    case .anotherCaller: TrustPolicy([stranger])
    }
  }
}

extension DemoEntry {
  /// The ARN of the entry's user or role.
  var arn: String {
    switch method {
    case .keys: account.user("maya")
    case .role(let name, _, _): account.role(name)
    case .permissionSet(let name): demoIdentityCenter([]).roleARN(name, in: account.id)
    }
  }
}

/// The name of the demo's sso-session.
let demoSSOSession = "harbour"

/// The Identity Center for the accounts of Lantern Press.
///
/// It approves logins automatically, so that the demo needs no browser.
func demoIdentityCenter(_ entries: [DemoEntry]) -> IdentityCenter {
  let assignments = entries.compactMap { entry -> Assignment? in
    guard case .permissionSet(let name) = entry.method else { return nil }
    return Assignment(
      account: entry.account.id, accountName: entry.account.name, permissionSet: name)
  }
  var center = IdentityCenter(
    startURL: "https://harbour-and-pine.awsapps.com/start", region: "eu-west-1",
    people: [Person("maya", assignments)], approvesAutomatically: 2)
  center.interval = 1
  return center
}

extension DemoAccount {
  /// The account's name in Identity Center.
  fileprivate var name: String {
    switch self {
    case .lanternProd: "Lantern Press production"
    case .lanternStaging: "Lantern Press staging"
    default: "Lantern Press development"
    }
  }
}
