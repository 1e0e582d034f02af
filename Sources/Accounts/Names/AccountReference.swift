import Text

/// An account, and perhaps a role in it, named by pasted text: any ARN, a link of the access
/// portal, a console switch-role link, or the address of a console page.
///
/// The ARN of an IAM role does not count: entries contain it literally.
package struct AccountReference: Sendable, Hashable {
  /// Twelve digits.
  package let accountID: String
  /// The name of a role without its path, or of a permission set.
  package let roleName: String?

  /// Nil for text that does not clearly name an account in one of these ways.
  package init?(_ text: String) {
    let text = text.trimmed
    guard !text.contains(where: \.isWhitespace) else { return nil }
    if text.hasPrefix("arn:") {
      self.init(arn: text)
    } else if text.hasPrefix("https://") || text.contains("/switchrole?") {
      self.init(link: text)
    } else {
      return nil
    }
  }

  private init(_ accountID: String, _ roleName: String?) {
    self.accountID = accountID
    self.roleName = roleName.map { permissionSet(ofRole: $0) ?? $0 }
  }

  private init?(arn text: String) {
    guard let arn = try? ARN(text), ARN.isAccountID(arn.accountID) else { return nil }
    let isRole = arn.service == "iam" && arn.resource.hasPrefix("role/")
    // Only the access portal assumes the role of a permission set.
    guard !isRole || arn.roleName.flatMap(permissionSet) != nil else { return nil }
    self.init(arn.accountID, arn.service == "sts" || isRole ? arn.roleName : nil)
  }

  private init?(link text: String) {
    if let link = try? SwitchRoleLink(text), let account = try? link.account() {
      let role = try? link.role()
      self.init(account, role?.split(separator: "/").last.map { String($0) })
      return
    }
    let fields = portalFields(of: text)
    if let account = fields["account_id"], ARN.isAccountID(account) {
      self.init(account, fields["role_name"]?.nonEmpty)
      return
    }
    // The host may be 222233334444-abcdefgh.eu-west-1.console.aws.amazon.com.
    let host = text.dropFirst("https://".count).prefix { !"/?#".contains($0) }
    let account = host.prefix { $0.isNumber }
    guard ARN.isAccountID(account), consolePartition(of: host.lowercased()) != nil else {
      return nil
    }
    self.init(String(account), nil)
  }
}

extension AccountReference {
  /// A sentence that no entry has this account and role.
  package var notFound: String {
    "No entry has the account \(accountID)"
      + (roleName.map { " with the role \($0.prefix(64))" } ?? "") + "."
  }
}

/// The fields of an access portal link, which follow a `#`: `#/console?account_id=…&role_name=…`.
private func portalFields(of link: String) -> [String: String] {
  guard let start = link.lastIndex(of: "?") else { return [:] }
  let pairs = link[start...].dropFirst().split(separator: "&").map { pair in
    let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    return (decoded(halves[0]), halves.count > 1 ? decoded(halves[1]) : "")
  }
  return Dictionary(pairs) { first, _ in first }
}
