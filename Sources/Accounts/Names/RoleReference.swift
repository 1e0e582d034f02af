import Text

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

/// Why a text refers to no role.
package enum RoleReferenceError: Error, Sendable, Hashable {
  case notARole(ARNError)
  case invalidCharacters(String)
  case notALink(String)
  case unknownHost(String)
  /// The part of the link, such as `roleName`, that is missing or empty.
  case missing(String)
  case notAnAccount(String)
  /// The part of the link that has two values, of which another program may take the other.
  case duplicate(String)
}

extension RoleReferenceError: CustomStringConvertible {
  /// A sentence, cleaned, that says what a reference looks like.
  package var description: String {
    switch self {
    case .notARole(let fault): short("\(fault)")
    case .invalidCharacters(let text):
      "'\(short(text))' holds characters that no role's ARN has; it is written in plain ASCII, without spaces."
    case .notALink(let text):
      "'\(short(text))' is neither a role's ARN nor a console link for switching roles, such as "
        + "https://signin.aws.amazon.com/switchrole?account=111122223333&roleName=Admin."
    case .unknownHost(let host):
      "'\(short(host))' is not a host of the AWS console, so it is not known which partition the role is in. "
        + "Give the role's ARN."
    case .missing(let part): "The link says no '\(part)'; it needs 'account' and 'roleName'."
    case .duplicate(let part):
      "The link says '\(part)' twice, and not the same. Give the role's ARN."
    case .notAnAccount(let text):
      "'\(short(text))' in the link is not an account's number. Put the 12 digits in place of an alias: only "
        + "the console knows which account an alias is."
    }
  }
}

/// Enough of what was typed to know it again.
private func short(_ text: String) -> String {
  let clean = text.prefix(400).cleaned
  return clean.count > 300 ? clean.prefix(299) + "…" : clean
}
