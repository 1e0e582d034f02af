/// Why a text is not the ARN that was wanted.
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
