import Sandbox
import Secrets

extension FakeAWS {
  /// Two users and a root in one account, one in China, and some roles of another account.
  static func sample(random: UInt64 = 0) -> FakeAWS {
    let device = MFADevice(serial: .phone, seed: .phoneSeed)
    let maya = User(arn: .mayaARN, keys: [.maya], devices: [device])
    let others = [
      User(arn: "arn:aws:iam::111122223333:user/sam", keys: [.sam]),
      User(arn: "arn:aws:iam::111122223333:root", keys: [.root]),
      User(arn: "arn:aws-cn:iam::666688880000:user/li", keys: [.li]),
    ]
    return FakeAWS(
      users: [maya] + others, roles: sampleRoles, seed: Secret("tests"),
      random: Countdown(count: random))
  }
}

private let sampleRoles: [Role] = [
  Role(arn: roleARN("Admin"), trust: TrustPolicy([.mayaARN]), maxSessionDuration: 7200),
  Role(arn: roleARN("team/Pathed"), trust: TrustPolicy([.mayaARN])),
  Role(arn: roleARN("Anyone"), trust: TrustPolicy(["arn:aws:iam::111122223333:root"])),
  Role(arn: roleARN("Guarded"), trust: TrustPolicy([.mayaARN], requiresMFA: true)),
  Role(arn: roleARN("Partner"), trust: TrustPolicy([.mayaARN], externalID: "shop:42")),
  Role(
    arn: roleARN("Next"), trust: TrustPolicy([roleARN("Admin")]), maxSessionDuration: 43200),
  Role(
    arn: roleARN("Session"),
    trust: TrustPolicy(["arn:aws:sts::222233334444:assumed-role/Admin/one"])),
  Role(
    arn: roleARN("Tagged"),
    trust: TrustPolicy([.mayaARN, roleARN("Tagged")], extras: [.tags, .sourceIdentity])),
  Role(arn: roleARN("Untagged"), trust: TrustPolicy([roleARN("Tagged")])),
]

extension String {
  static let mayaARN = "arn:aws:iam::111122223333:user/maya"
  static let phone = "arn:aws:iam::111122223333:mfa/phone"
}

extension Secret {
  /// RFC 6238's own test key, `12345678901234567890`, in base 32.
  static let phoneSeed = Secret("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
}

extension AWSCredentials {
  static let maya = AWSCredentials(
    accessKeyID: "AKIAMAYA", secretAccessKey: Secret("maya's secret"))
  static let sam = AWSCredentials(accessKeyID: "AKIASAM", secretAccessKey: Secret("sam's secret"))
  static let root = AWSCredentials(
    accessKeyID: "AKIAROOT", secretAccessKey: Secret("root's secret"))
  static let li = AWSCredentials(accessKeyID: "AKIALI", secretAccessKey: Secret("li's secret"))
}

/// The same numbers in every run.
struct Countdown: RandomNumberGenerator {
  var count: UInt64

  mutating func next() -> UInt64 {
    count &-= 1
    return count
  }
}
