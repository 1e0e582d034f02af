package import AWSConfig
package import Secrets
import Text

/// Why there is no login in the end, for reasons that are not a service's.
package enum LoginError: Error, Sendable, Hashable {
  /// `name` is what `switchback login` takes; nil where that is not known.
  case notApproved(login: String, name: String?)
  /// What the browser brought back in place of a code.
  case refusedInBrowser(login: String, error: String, description: String?)
  /// Somebody is logged in, in a region that is not the one configured.
  case otherRegion(String, login: String, session: String?, profile: String?)
  /// What `aws login` left is of no use.
  case noConsoleLogin(session: String, profile: String, why: String)
}

extension LoginError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notApproved(let login, let name):
      "The login to '\(forDisplay(login))' was not approved in time. Start again"
        + (name.map { ", with `switchback login \(shellWord($0))`." } ?? ".")
    case .refusedInBrowser(let login, let error, let description):
      "The login to '\(forDisplay(login))' ended in the browser without a code: "
        + (description.map { "\(forDisplay($0, limit: 500)) " } ?? "") + "(\(forDisplay(error))). "
        + "Log in again, or ask your Identity Center administrator."
    case .otherRegion(let region, let login, let session, let profile):
      "The login to '\(forDisplay(login))' is in \(forDisplay(region)), and not in the region that is "
        + "configured: set sso_region to \(forDisplay(region)) in \(place(session, profile)). Then go on "
        + "without another login."
    case .noConsoleLogin(let session, let profile, let why):
      "Profile '\(forDisplay(profile))' uses what `aws login` obtained for "
        + "\(forDisplay(session, limit: 300)), and that is of no use: \(why) Log in again with "
        + "`aws login --profile \(shellWord(profile))`."
    }
  }
}

/// Where the login's settings are.
private func place(_ session: String?, _ profile: String?) -> String {
  if let session { return "[sso-session \(forDisplay(session))]" }
  return profile.map { "profile '\(forDisplay($0))'" } ?? "its profile"
}

/// No token of a login can be used any more: a person has to log in.
package struct LoginNeededError: Error, Sendable, Hashable {
  package var login: SSOLogin
  /// Whose credentials are wanted.
  package var profile: String
  /// A whole sentence.
  package var why: String
  /// The token that is of no use; nil where there was none.
  package var token: Secret?

  package init(login: SSOLogin, profile: String, why: String, token: Secret? = nil) {
    self.login = login
    self.profile = profile
    self.why = why
    self.token = token
  }
}

extension LoginNeededError: CustomStringConvertible {
  package var description: String {
    maskingSecrets(
      "Profile '\(forDisplay(profile))' needs a login to Identity Center. \(why) Log in with "
        + "`switchback login \(shellWord(login.session ?? profile))`.")
  }
}

/// A name as it is typed into a shell, cleaned.
func shellWord(_ name: String) -> String {
  let name = forDisplay(name)
  let isPlain = name.allSatisfy {
    $0.isASCII && ($0.isLetter || $0.isNumber || "-_./:@%+=,".contains($0))
  }
  return isPlain && !name.isEmpty ? name : "'" + name.replacing("'", with: #"'\''"#) + "'"
}
