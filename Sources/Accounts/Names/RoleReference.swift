/// A role that no profile names, as a person gives it: by its ARN, or by a console link for switching to it.
package struct RoleReference: Sendable, Hashable {
  package let roleARN: String
  /// As the link has it, which may be hostile; cleaned by whoever shows it.
  package let displayName: String?
  /// Six hexadecimal digits.
  package let color: String?

  /// What `text` refers to; throws `RoleReferenceError` where that is no role.
  package init(_ text: String) throws(RoleReferenceError) {
    let text = text.trimmed
    if text.hasPrefix("arn:") {
      self.init(roleARN: try checkedRole(text), displayName: nil, color: nil)
      return
    }
    let link = try SwitchRoleLink(text)
    self.init(
      roleARN: try checkedRole(
        "arn:\(link.partition):iam::\(try link.account()):role/\(try link.role())"),
      displayName: link.displayName, color: link.color)
  }

  /// True for what was surely meant as an ARN or a link, though it be a faulty one.
  package static func looksLikeReference(_ text: String) -> Bool {
    let text = text.trimmed.lowercased()
    return text.hasPrefix("arn:") || text.hasPrefix("https://") || text.hasPrefix("http://")
      || text.contains("/switchrole?")
  }

  private init(roleARN: String, displayName: String?, color: String?) {
    self.roleARN = roleARN
    self.displayName = displayName
    self.color = color
  }
}

/// A role's ARN of nothing but visible ASCII, since it is sent to AWS and shown in many places.
private func checkedRole(_ text: String) throws(RoleReferenceError) -> String {
  guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { throw .invalidCharacters(text) }
  do { return try ARN(role: text).description } catch { throw .notARole(error) }
}
