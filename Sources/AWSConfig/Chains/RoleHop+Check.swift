import Accounts

extension RoleHop {
  /// Throws `ChainProblem` where what should be the role's ARN is not one, before anything is sent.
  func check() throws(ChainProblem) {
    do {
      _ = try ARN(role: roleARN)
    } catch {
      throw .notARole(error, hop: self)
    }
  }

  /// The account that the role is in, by its ARN.
  package var accountID: String? {
    try? ARN(role: roleARN).accountID
  }
}
