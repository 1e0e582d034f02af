/// An entry of the demo: what its files say of it, and what the cloud must know to answer it.
struct DemoEntry: Sendable {
  /// How the entry becomes someone.
  enum Method: Sendable {
    /// The long-lived keys of the user maya in the entry's account.
    case keys
    /// A role, assumed from the profile `source`.
    case role(String, from: String, TrustCondition)
    /// A permission set, which Identity Center grants whoever is logged in.
    case permissionSet(String)
  }

  /// What a role's trust policy asks for beside the right caller.
  enum TrustCondition: Sendable {
    case nothing
    /// A code of the phone, to be typed.
    case code
    /// A code of the security key, which a command prints.
    case codeFromProcess
    case externalID(String)
    /// Someone else than whoever asks.
    case anotherCaller
  }

  /// Which of the two files defines the entry.
  enum Source: Sendable {
    case awsConfig, settings
  }

  var name: String
  var display: String
  var account: DemoAccount
  var way: Method
  var source = Source.awsConfig
  /// Nil where a rule gives it.
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
    from: String = "harbour", _ demand: TrustCondition = .nothing, in source: Source = .awsConfig,
    color: String? = nil, shortcut: Character? = nil
  ) -> DemoEntry {
    DemoEntry(
      name: name, display: display, account: account, way: .role(role, from: from, demand),
      source: source, color: color, shortcut: shortcut)
  }

  static func keys(
    _ name: String, _ display: String, _ account: DemoAccount, color: String
  ) -> DemoEntry {
    DemoEntry(name: name, display: display, account: account, way: .keys, color: color)
  }

  static func permissionSet(
    _ name: String, _ display: String, _ account: DemoAccount, _ permissionSet: String,
    shortcut: Character? = nil
  ) -> DemoEntry {
    DemoEntry(
      name: name, display: display, account: account, way: .permissionSet(permissionSet),
      shortcut: shortcut)
  }

  /// The same entry with some of its rarer keys set.
  func with(
    confirm: Bool = false, readOnly: Bool = false, region: String? = nil, seconds: Int? = nil
  ) -> DemoEntry {
    var entry = self
    (entry.confirm, entry.readOnly) = (confirm, readOnly)
    (entry.region, entry.seconds) = (region, seconds)
    return entry
  }
}
