/// A role by what makes it one, whatever entry, ARN or link names it: its account, and its name without the path and in
/// any case, since names in an account differ by more than that (IAM User Guide).
///
/// A permission set of Identity Center and the role that it has made in the account are the same.
package struct RoleIdentity: Sendable, Hashable {
  private let account: String
  private let name: String
  private let isPermissionSet: Bool

  /// Nil for a text that is no role's ARN.
  package init?(arn: String) {
    guard let role = RoleOfARN(arn), let account = role.accountID, let name = role.name else {
      return nil
    }
    self.init(account, name, isPermissionSet: false)
  }

  /// Nil if the entry's account or its role is not known.
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

/// The permission set of a role that Identity Center has made, `AWSReservedSSO_NAME_` and sixteen digits in any case
/// (Identity Center User Guide); nil for any other role.
func permissionSet(ofRole name: String) -> String? {
  let prefix = "awsreservedsso_"
  guard name.lowercased().hasPrefix(prefix), name.count > prefix.count + 17 else { return nil }
  return String(name.dropFirst(prefix.count).dropLast(17))
}

/// The account and role of a role's ARN as a list shows them, without judging the ARN.
///
/// `ARN` judges, at some cost; ten thousand profiles are listed at every start.
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
  /// The text, or nil if there is none.
  var nonEmpty: String? { isEmpty ? nil : self }
}
