import Text

/// A role outside the profiles, given by its ARN or by a console switch-role link.
package struct RoleReference: Sendable, Hashable {
  package let roleARN: String
  /// As written in the link, so it is not safe to show; it is cleaned where it is shown.
  package let displayName: String?
  /// Six hexadecimal digits.
  package let color: String?

  /// Parses a reference; throws `RoleReferenceError` if it does not name a role.
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

  /// True for text that looks like an ARN or a link, valid or not.
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

/// The ARN of a role in visible ASCII only: it is sent to AWS and shown in many places.
private func checkedRole(_ text: String) throws(RoleReferenceError) -> String {
  guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { throw .invalidCharacters(text) }
  do { return try ARN(role: text).description } catch { throw .notARole(error) }
}

/// Why a text does not refer to a role.
package enum RoleReferenceError: Error, Sendable, Hashable {
  case notARole(ARNError)
  case invalidCharacters(String)
  case notALink(String)
  case unknownHost(String)
  /// The part of the link, such as `roleName`, that is missing or empty.
  case missing(String)
  case notAnAccount(String)
  /// The part of the link that has two different values; another program may use the other one.
  case duplicate(String)
}

extension RoleReferenceError: CustomStringConvertible {
  /// A cleaned sentence, with an example of a valid reference.
  package var description: String {
    switch self {
    case .notARole(let error): forDisplay("\(error)", limit: 300)
    case .invalidCharacters(let text):
      "'\(forDisplay(text, limit: 300))' has characters that no role ARN has. Use printable "
        + "ASCII without spaces."
    case .notALink(let text):
      "'\(forDisplay(text, limit: 300))' is neither a role's ARN nor a console link for "
        + "switching roles, such as "
        + "https://signin.aws.amazon.com/switchrole?account=111122223333&roleName=Admin."
    case .unknownHost(let host):
      "'\(forDisplay(host, limit: 300))' is not a host of the AWS console, so the role's "
        + "partition is not known. "
        + "Give the role's ARN."
    case .missing(let part): "The link has no '\(part)'; it needs 'account' and 'roleName'."
    case .duplicate(let part):
      "The link has two different values for '\(part)'. Give the role's ARN."
    case .notAnAccount(let text):
      "'\(forDisplay(text, limit: 300))' in the link is not an account ID. Replace an alias by "
        + "the 12 digits: only "
        + "the console knows the account of an alias."
    }
  }
}
