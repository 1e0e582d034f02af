import Crypto

/// Someone whom Identity Center knows.
package struct Person: Sendable, Hashable {
  /// The user name, which becomes the name of the role session.
  package let name: String
  package let assignments: [Assignment]

  package init(_ name: String, _ assignments: [Assignment]) {
    self.name = name
    self.assignments = assignments
  }
}

/// What a person may be: a permission set in an account.
package struct Assignment: Sendable, Hashable {
  package let account: String
  package let accountName: String
  package let permissionSet: String

  package init(account: String, accountName: String, permissionSet: String) {
    self.account = account
    self.accountName = accountName
    self.permissionSet = permissionSet
  }
}

extension IdentityCenter {
  /// The role that stands for a permission set in an account, as a trust policy names it.
  package func roleARN(_ permissionSet: String, in account: String) -> String {
    let digest = SHA256.hash(data: Array("\(startURL) \(account) \(permissionSet)".utf8))
    let hex = digest.prefix(8).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    // AWS leaves the region out of the path where it is the first one.
    let folder = region == "us-east-1" ? "" : "\(region)/"
    return "arn:\(partition(ofRegion: region) ?? "aws"):iam::\(account):role/aws-reserved/"
      + "sso.amazonaws.com/\(folder)AWSReservedSSO_\(permissionSet)_\(hex)"
  }
}
