import AWSConfig
import Accounts

extension Configuration {
  /// The entry that NAME of `login` and `logout` means; nil where it is an sso-session's, which comes first.
  func entryToLogIn(for name: String) -> String? {
    guard !shared.ssoSessions.contains(where: { $0.name == name }) else { return nil }
    return try? catalogue.entry(named: name).name
  }
}
