/// A login to Identity Center that role credentials are asked with.
package struct SSOLogin: Sendable, Hashable {
  /// The `[sso-session]`'s name; nil for a profile with the older keys of its own, whose token is never refreshed.
  package var session: String?
  package var startURL: String
  package var region: String
  /// As configured; nil where they are not.
  package var scopes: [String]?

  package init(
    session: String? = nil, startURL: String, region: String, scopes: [String]? = nil
  ) {
    self.session = session
    self.startURL = startURL
    self.region = region
    self.scopes = scopes
  }
}

/// A role of an account, by way of Identity Center.
package struct SSOSource: Sendable, Hashable {
  package var profile: String
  package var login: SSOLogin
  package var accountID: String
  package var roleName: String

  package init(profile: String, login: SSOLogin, accountID: String, roleName: String) {
    self.profile = profile
    self.login = login
    self.accountID = accountID
    self.roleName = roleName
  }
}
