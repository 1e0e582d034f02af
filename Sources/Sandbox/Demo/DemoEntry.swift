/// An entry of the demo: its settings in the files, and its user or role in the fake AWS.
struct DemoEntry: Sendable {
  /// How the entry gets its credentials.
  enum Method: Sendable {
    /// The long-term credentials of the user maya in the entry's account.
    case keys
    /// A role that is assumed from the profile `from`.
    case role(String, from: String, TrustCondition)
    /// A permission set, for which Identity Center issues credentials after a login.
    case permissionSet(String)
  }

  /// A condition of a role's trust policy, besides the caller.
  enum TrustCondition: Sendable {
    case nothing
    /// An MFA code from the phone, which the user types.
    case code
    /// An MFA code from the security key, which a command prints.
    case codeFromProcess
    case externalID(String)
    /// Another caller than the entry's own.
    case anotherCaller
  }

  /// Which of the two files defines the entry.
  enum Source: Sendable {
    case awsConfig, settings
  }

  var name: String
  var display: String
  var account: DemoAccount
  var method: Method
  var source = Source.awsConfig
  /// Nil if a rule sets it.
  var color: String?
  var shortcut: Character?
  var confirm = false
  var readOnly = false
  var region: String?
  var seconds: Int?
  var group = ""
}

extension DemoEntry {
  /// A role that Maya's own user assumes directly, unless `from` names another profile.
  static func role(
    _ name: String, _ display: String, _ account: DemoAccount, _ role: String,
    from: String = "harbour", _ condition: TrustCondition = .nothing,
    in source: Source = .awsConfig,
    color: String? = nil, shortcut: Character? = nil
  ) -> DemoEntry {
    DemoEntry(
      name: name, display: display, account: account, method: .role(role, from: from, condition),
      source: source, color: color, shortcut: shortcut)
  }

  static func keys(
    _ name: String, _ display: String, _ account: DemoAccount, color: String
  ) -> DemoEntry {
    DemoEntry(name: name, display: display, account: account, method: .keys, color: color)
  }

  static func permissionSet(
    _ name: String, _ display: String, _ account: DemoAccount, _ permissionSet: String,
    shortcut: Character? = nil
  ) -> DemoEntry {
    DemoEntry(
      name: name, display: display, account: account, method: .permissionSet(permissionSet),
      shortcut: shortcut)
  }

  /// The entry with further settings.
  func with(
    confirm: Bool = false, readOnly: Bool = false, region: String? = nil, seconds: Int? = nil
  ) -> DemoEntry {
    var entry = self
    (entry.confirm, entry.readOnly) = (confirm, readOnly)
    (entry.region, entry.seconds) = (region, seconds)
    return entry
  }
}

/// An account of the demo's fictional company, Harbour & Pine, which sells books.
///
/// The account IDs follow the patterns of the examples in AWS's documentation.
struct DemoAccount: Sendable, Hashable {
  let id: String
  let region: String
  var partition = "aws"

  func role(_ name: String) -> String { "arn:\(partition):iam::\(id):role/\(name)" }
  func user(_ name: String) -> String { "arn:\(partition):iam::\(id):user/\(name)" }
}

extension DemoAccount {
  static let identity = DemoAccount(id: "111122223333", region: "eu-west-1")
  static let paymentsProd = DemoAccount(id: "222233334444", region: "eu-west-1")
  static let paymentsStaging = DemoAccount(id: "333344445555", region: "eu-west-1")
  static let paymentsDev = DemoAccount(id: "444455556666", region: "eu-north-1")
  static let cardNetwork = DemoAccount(id: "555577779999", region: "eu-central-1")
  static let storefrontProd = DemoAccount(id: "555566667777", region: "us-east-1")
  static let storefrontStaging = DemoAccount(id: "666677778888", region: "us-east-1")
  static let storefrontDev = DemoAccount(id: "777788889999", region: "us-west-2")
  static let dataProd = DemoAccount(id: "888899990000", region: "eu-central-1")
  static let dataDev = DemoAccount(id: "999900001111", region: "eu-central-1")
  /// Its ID begins with zeros, which a number would lose.
  static let platform = DemoAccount(id: "000011112222", region: "eu-west-1")
  static let network = DemoAccount(id: "111133335555", region: "eu-west-1")
  static let security = DemoAccount(id: "222244446666", region: "eu-west-1")
  static let logs = DemoAccount(id: "333355557777", region: "eu-west-1")
  static let finance = DemoAccount(id: "444466668888", region: "us-east-1")
  static let lanternProd = DemoAccount(id: "888811112222", region: "eu-west-2")
  static let lanternStaging = DemoAccount(id: "999922223333", region: "eu-west-2")
  static let lanternDev = DemoAccount(id: "111144445555", region: "eu-west-2")
  static let china = DemoAccount(id: "666688880000", region: "cn-north-1", partition: "aws-cn")
  static let libraries = DemoAccount(
    id: "777799991111", region: "us-gov-west-1", partition: "aws-us-gov")
}
