import Accounts

extension Entry.Kind {
  /// How credentials come about, in AWS's words.
  var words: String {
    switch self {
    case .staticKeys: "access keys"
    case .assumeRole: "assumed role"
    case .webIdentity: "web identity"
    case .saml: "SAML"
    case .sso: "Identity Center"
    case .process: "credential process"
    case .login: "console sign-in"
    case .environment: "environment variables"
    case .container: "container credentials"
    case .instanceMetadata: "instance metadata"
    }
  }
}
