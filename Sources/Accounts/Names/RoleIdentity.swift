/// The identity of a role, regardless of the entry, ARN or link that names it: its account and its
/// name.
///
/// The name has no path, and case does not matter, since names in an account must differ by more
/// than case (IAM User Guide). A permission set of Identity Center equals the role that it created
/// in the account.
package struct RoleIdentity: Sendable, Hashable {
  private let account: String
  private let name: String
  private let isPermissionSet: Bool

  /// Nil if the text is not the ARN of a role.
  package init?(arn: String) {
    guard let role = RoleOfARN(arn), let account = role.accountID, let name = role.name else {
      return nil
    }
    self.init(account, name, isPermissionSet: false)
  }

  /// Nil if the entry's account or role is not known.
  package init?(_ entry: Entry) {
    guard let account = entry.accountID, let name = entry.roleName else { return nil }
    self.init(account, name, isPermissionSet: entry.kind == .sso)
  }

  private init(_ account: String, _ name: String, isPermissionSet: Bool) {
    let name = name.lowercased()
    let set = isPermissionSet ? nil : permissionSet(ofRole: name)
    self.account = account
    self.name = set ?? name
    self.isPermissionSet = isPermissionSet || set != nil
  }
}

/// The permission set of a role created by Identity Center, `AWSReservedSSO_NAME_` and sixteen
/// digits in any case (Identity Center User Guide); nil for any other role.
func permissionSet(ofRole name: String) -> String? {
  let prefix = "awsreservedsso_"
  guard name.lowercased().hasPrefix(prefix), name.count > prefix.count + 17 else { return nil }
  return String(name.dropFirst(prefix.count).dropLast(17))
}

/// The account and role of a role's ARN for a list, without validation.
///
/// `ARN` validates, which takes time; ten thousand profiles are listed at each start.
struct RoleOfARN {
  let accountID: String?
  let name: String?

  init?(_ text: String) {
    let bytes = text.utf8
    guard let colon = bytes.lastIndex(of: UInt8(ascii: ":")),
      let slash = bytes.lastIndex(of: UInt8(ascii: "/")), colon < slash
    else { return nil }
    name = String(Substring(bytes[slash...].dropFirst())).nonEmpty
    let account = Substring(bytes[..<colon].suffix(12))
    accountID = ARN.isAccountID(account) ? String(account) : nil
  }
}

extension String {
  /// The text, or nil if it is empty.
  var nonEmpty: String? { isEmpty ? nil : self }
}
