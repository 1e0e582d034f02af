import STS

/// Why there is no login in the end, for reasons that are not a service's.
package enum LoginProblem: Error, Sendable, Hashable {
  /// `name` is what `switchback login` takes; nil where that is not known.
  case notApproved(login: String, name: String?)
  /// What the browser brought back in place of a code.
  case refusedInBrowser(login: String, error: String, description: String?)
  /// What `aws login` left is of no use.
  case noConsoleLogin(session: String, profile: String, why: String)
}

extension LoginProblem: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notApproved(let login, let name):
      "Nobody approved the login to '\(forDisplay(login))' in time. Start again"
        + (name.map { ", with `switchback login \(shellWord($0))`." } ?? ".")
    case .refusedInBrowser(let login, let error, let description):
      "The login to '\(forDisplay(login))' ended in the browser without a code: "
        + (description.map { "\(forDisplay($0, limit: 500)) " } ?? "") + "(\(forDisplay(error))). "
        + "Log in again, or ask whoever administers Identity Center."
    case .noConsoleLogin(let session, let profile, let why):
      "Profile '\(forDisplay(profile))' uses what `aws login` obtained for "
        + "\(forDisplay(session, limit: 300)), and that is of no use: \(why) Log in again with "
        + "`aws login --profile \(shellWord(profile))`."
    }
  }
}
