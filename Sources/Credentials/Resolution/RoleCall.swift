import Accounts

/// A request for a role on the way to an entry's credentials, and the number of the attempt.
package struct RoleCall: Sendable, Equatable {
  package var roleName: String
  package var accountID: String?
  /// The first is 1.
  package var attempt: Int

  package init(roleName: String, accountID: String?, attempt: Int) {
    self.roleName = roleName
    self.accountID = accountID
    self.attempt = attempt
  }
}

extension CredentialDependencies {
  /// Reports each attempt to get a role.
  func telling(ofRole arn: String) -> @Sendable (_ attempt: Int) -> Void {
    let parts = try? ARN(role: arn)
    return telling(of: parts?.roleName ?? arn, in: parts?.accountID)
  }

  /// Reports each attempt to get a role with this name.
  func telling(of role: String, in account: String?) -> @Sendable (_ attempt: Int) -> Void {
    { [tell] attempt in
      tell(RoleCall(roleName: role, accountID: account, attempt: attempt))
    }
  }
}
