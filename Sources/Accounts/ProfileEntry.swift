/// A profile of the AWS config files that can provide credentials, with its label keys as written.
package struct ProfileEntry: Sendable, Hashable {
  package var name: String
  package var origin: Origin
  /// The kind of the last step of the profile's chain.
  package var kind: Entry.Kind
  package var accountID: String?
  package var roleARN: String?
  /// The role's name without its path, if the profile has it without an ARN (`sso_role_name`).
  package var roleName: String?
  package var region: String?
  package var displayName: String?
  package var color: String?
  package var group: String?
  package var shortcut: String?
  /// The profiles that this profile includes.
  package var includes: [String] = []
  /// The settings of the profile that protect the entry.
  package var protection: [ProtectionSetting] = []
  /// True if the profile, or one that its chain uses, names an MFA device.
  package var hasMFA = false
  /// The sso-session's name, or the start URL.
  package var login: String?

  package init(
    name: String, origin: Origin, kind: Entry.Kind, accountID: String? = nil,
    roleARN: String? = nil, roleName: String? = nil, region: String? = nil,
    displayName: String? = nil, color: String? = nil, group: String? = nil,
    shortcut: String? = nil
  ) {
    self.name = name
    self.origin = origin
    self.kind = kind
    self.accountID = accountID
    self.roleARN = roleARN
    self.roleName = roleName
    self.region = region
    self.displayName = displayName
    self.color = color
    self.group = group
    self.shortcut = shortcut
  }
}

/// A role that `config.yaml` adds to the profiles: an entry there with its own `role_arn`.
package struct ExtraRole: Sendable, Hashable {
  package var name: String
  package var roleARN: String
  /// The profile whose credentials assume the role; nil if the entry does not name one.
  package var sourceProfile: String?
  package var region: String?
  package var externalID: String?
  package var mfaSerial: String?
  package var durationSeconds: Int?
  package var origin: Origin

  package init(
    name: String, roleARN: String, sourceProfile: String? = nil, region: String? = nil,
    externalID: String? = nil, mfaSerial: String? = nil, durationSeconds: Int? = nil,
    origin: Origin
  ) {
    self.name = name
    self.roleARN = roleARN
    self.sourceProfile = sourceProfile
    self.region = region
    self.externalID = externalID
    self.mfaSerial = mfaSerial
    self.durationSeconds = durationSeconds
    self.origin = origin
  }
}
