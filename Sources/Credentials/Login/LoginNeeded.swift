package import AWSConfig
import Accounts
import STS
package import Secrets

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
