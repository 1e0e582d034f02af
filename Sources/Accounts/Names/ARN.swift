/// The parts of an Amazon Resource Name: `arn:partition:service:region:account-id:resource`.
package struct ARN: Sendable, Hashable {
  package var partition: String
  package var service: String
  /// Empty for services without regions, such as IAM.
  package var region: String
  /// Twelve digits; empty, or `aws`, for resources that belong to no customer's account.
  package var accountID: String
  package var resource: String

  /// Parses an ARN; throws if a part is missing or the account ID is not valid.
  package init(_ text: String) throws(ARNError) {
    let parts = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
      .map(String.init)
    guard parts.count == 6, parts[0] == "arn", !parts[1].isEmpty, !parts[2].isEmpty,
      !parts[5].isEmpty
    else { throw .notAnARN(text) }
    guard parts[4].isEmpty || parts[4] == "aws" || Self.isAccountID(parts[4]) else {
      throw .notAnAccount(parts[4], arn: text)
    }
    (partition, service, region) = (parts[1], parts[2], parts[3])
    (accountID, resource) = (parts[4], parts[5])
  }

  /// Parses the ARN of an IAM role; throws if it is the ARN of something else.
  package init(role text: String) throws(ARNError) {
    try self.init(text)
    guard service == "iam", resource.hasPrefix("role/"), roleName != nil else {
      throw .notARole(text)
    }
    guard Self.isAccountID(accountID) else { throw .notAnAccount(accountID, arn: text) }
  }
}

extension ARN {
  /// True for the twelve digits of an AWS account ID.
  package static func isAccountID(_ text: some StringProtocol) -> Bool {
    text.utf8.count == 12 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// An account ID as the console shows it, `2222-3333-4444`, or without hyphens; nil for anything
  /// else.
  package static func accountID(written text: String) -> String? {
    let groups = text.split(separator: "-", omittingEmptySubsequences: false)
    guard groups.count == 1 || groups.map(\.count) == [4, 4, 4] else { return nil }
    let digits = String(groups.joined())
    return isAccountID(digits) ? digits : nil
  }

  /// The name without its path of a role or of a role session; nil for other resources.
  package var roleName: String? {
    let parts = resource.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count >= 2 else { return nil }
    let name =
      switch parts[0] {
      case "role": parts[parts.count - 1]
      case "assumed-role": parts[1]
      default: Substring()
      }
    return name.isEmpty ? nil : String(name)
  }
}

extension ARN: CustomStringConvertible {
  package var description: String {
    "arn:\(partition):\(service):\(region):\(accountID):\(resource)"
  }
}

/// Why a text is not a valid ARN.
package enum ARNError: Error, Sendable, Hashable {
  case notAnARN(String)
  case notAnAccount(String, arn: String)
  case notARole(String)
}

extension ARNError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notAnARN(let text):
      "'\(text)' is not an ARN; a role's looks like arn:aws:iam::111122223333:role/Admin."
    case .notAnAccount(let account, let arn):
      "'\(account)' in '\(arn)' is not an AWS account id, which has exactly 12 digits"
        + (account.utf8.count == 12 ? "." : "; this one has \(account.count).")
    case .notARole(let text):
      "'\(text)' does not name an IAM role; its last part should look like role/Admin."
    }
  }
}
