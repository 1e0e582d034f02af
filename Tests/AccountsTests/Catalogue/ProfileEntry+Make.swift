import Accounts

extension ProfileEntry {
  /// A profile that assumes a role; all other values are invented.
  static func make(
    _ name: String, roleARN: String? = "arn:aws:iam::111122223333:role/team/Admin",
    region: String? = nil, displayName: String? = nil, color: String? = nil,
    group: String? = nil, shortcut: String? = nil, line: Int = 1
  ) -> ProfileEntry {
    ProfileEntry(
      name: name, origin: Origin(file: "config", line: line), kind: .assumeRole,
      roleARN: roleARN, region: region, displayName: displayName, color: color, group: group,
      shortcut: shortcut)
  }
}
