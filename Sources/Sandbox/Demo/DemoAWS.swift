import Crypto
import Foundation
import Secrets

/// All that the demo keeps secret follows from this, since none of it opens anything but the demo.
let demoSeed = Secret("Harbour & Pine")

/// The devices of Maya's user: one whose codes are typed, one whose codes a command prints.
enum DemoDevice: String, CaseIterable {
  case phone
  case securityKey = "security-key"

  var serial: String { "arn:aws:iam::\(DemoAccount.identity.id):mfa/\(rawValue)" }

  var device: MFADevice {
    let digest = SHA256.hash(data: Array("\(demoSeed.revealed) \(rawValue)".utf8))
    return MFADevice(serial: serial, seed: Secret(base32(digest.prefix(20))))
  }
}

/// The cloud in which each of the entries works, but for the one that is refused.
func demoAWS(_ entries: [DemoEntry]) -> FakeAWS {
  let users = entries.compactMap { entry -> User? in
    guard case .keys = entry.way else { return nil }
    let devices = entry.account == .identity ? DemoDevice.allCases.map(\.device) : []
    return User(arn: entry.arn, keys: [demoKeys(of: entry)], devices: devices)
  }
  var cloud = FakeAWS(users: users, roles: demoRoles(entries), seed: demoSeed)
  cloud.identityCenter = demoIdentityCenter(entries)
  return cloud
}

/// The long-lived keys of an entry's user.
func demoKeys(of entry: DemoEntry) -> AWSCredentials {
  let key = SymmetricKey(data: Array(demoSeed.revealed.utf8))
  let arbitrary = Array(SHA256.hash(data: Array(entry.arn.utf8)))
  let id = accessKeyID(.longTerm, account: entry.account.id, arbitrary: arbitrary)
  return AWSCredentials(accessKeyID: id, secretAccessKey: derivedSecret(of: id, key: key))
}

/// One role for all entries that name it.
private func demoRoles(_ entries: [DemoEntry]) -> [Role] {
  let arns = Dictionary(entries.map { ($0.name, $0.arn) }) { first, _ in first }
  var roles: [String: Role] = [:]
  for entry in entries {
    guard case .role(_, let source, let demand) = entry.way else { continue }
    let trust = demand.trust(of: arns[source] ?? "", stranger: entry.account.role("Investigator"))
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
  /// The user or the role that the entry becomes.
  var arn: String {
    switch way {
    case .keys: account.user("maya")
    case .role(let name, _, _): account.role(name)
    case .permissionSet(let name): demoIdentityCenter([]).roleARN(name, in: account.id)
    }
  }
}

/// The name of the demo's sso-session.
let demoSSOSession = "harbour"

/// Where Maya logs in for the accounts of Lantern Press; no page is asked, so that the demo needs no browser.
func demoIdentityCenter(_ entries: [DemoEntry]) -> IdentityCenter {
  let assignments = entries.compactMap { entry -> Assignment? in
    guard case .permissionSet(let name) = entry.way else { return nil }
    return Assignment(
      account: entry.account.id, accountName: entry.account.name, permissionSet: name)
  }
  var center = IdentityCenter(
    startURL: "https://harbour-and-pine.awsapps.com/start", region: "eu-west-1",
    people: [Person("maya", assignments)], approvesByItself: 2)
  center.interval = 1
  return center
}

extension DemoAccount {
  /// As Identity Center lists it.
  fileprivate var name: String {
    switch self {
    case .lanternProd: "Lantern Press production"
    case .lanternStaging: "Lantern Press staging"
    default: "Lantern Press development"
    }
  }
}
