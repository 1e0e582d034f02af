import Accounts

extension RoleHop {
  /// Throws `ChainError` where what should be the role's ARN is not one, before anything is sent.
  func check() throws(ChainError) {
    try checkRole(roleARN, of: profile, at: origin)
  }

  /// The account that the role is in, by its ARN.
  package var accountID: String? {
    try? ARN(role: roleARN).accountID
  }
}

extension Profile {
  /// Throws `ChainError` where what the profile has for its role's ARN is not one.
  func check(roleARN: String) throws(ChainError) {
    try checkRole(roleARN, of: name, at: place(of: .roleARN))
  }
}

private func checkRole(
  _ roleARN: String, of profile: String, at origin: Origin
) throws(ChainError) {
  do {
    _ = try ARN(role: roleARN)
  } catch {
    throw .notARole(error, profile: profile, origin)
  }
}
