package import AWSConfig
package import Secrets
import Text

/// Why a login failed, for reasons other than a service's error.
package enum LoginError: Error, Sendable, Hashable {
  /// `name` is the argument for `switchback login`; nil if unknown.
  case notApproved(login: String, name: String?)
  /// The browser returned an error instead of a code.
  case refusedInBrowser(login: String, error: String, description: String?)
  /// The login succeeded, but in a region other than the configured one.
  case otherRegion(String, login: String, session: String?, profile: String?)
  /// The cached result of `aws login` cannot be used.
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
      "The login to '\(forDisplay(login))' is in \(forDisplay(region)), not in the configured "
        + "region. "
        + "Set sso_region to \(forDisplay(region)) in \(place(session, profile)); you do not need "
        + "to "
        + "log in again."
    case .noConsoleLogin(let session, let profile, let why):
      "Profile '\(forDisplay(profile))' uses the login of `aws login` for "
        + "\(forDisplay(session, limit: 300)), and it cannot be used: \(why) Log in again with "
        + "`aws login --profile \(shellWord(profile))`."
    }
  }
}

/// The section with the login's settings.
private func place(_ session: String?, _ profile: String?) -> String {
  if let session { return "[sso-session \(forDisplay(session))]" }
  return profile.map { "profile '\(forDisplay($0))'" } ?? "its profile"
}

/// A login has no usable token.
///
/// A person has to log in.
package struct LoginNeededError: Error, Sendable, Hashable {
  package var login: SSOLogin
  /// The profile whose credentials are requested.
  package var profile: String
  /// The reason, as a sentence.
  package var why: String
  /// The unusable token; nil if there was none.
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

/// A name, cleaned and quoted for a shell if necessary.
func shellWord(_ name: String) -> String {
  let name = forDisplay(name)
  let isPlain = name.allSatisfy {
    $0.isASCII && ($0.isLetter || $0.isNumber || "-_./:@%+=,".contains($0))
  }
  return isPlain && !name.isEmpty ? name : "'" + name.replacing("'", with: #"'\''"#) + "'"
}
