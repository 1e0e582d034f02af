/// How a person proves to Identity Center who they are.
package enum LoginMethod: Sendable, Hashable {
  /// In a browser on this machine, which comes back here by itself (PKCE); with a login of the older kind, which AWS
  /// allows only a code, the browser is opened at the code's page.
  case browser
  /// In any browser, where the person compares a code; none is opened.
  case deviceCode

  /// What a client is registered to do; nil where AWS knows by itself.
  var grantTypes: [String]? {
    self == .browser ? ["authorization_code", "refresh_token"] : nil
  }
}
