package import Accounts

extension Entry.Kind {
  /// The kind as a sentence names it.
  package var inWords: String {
    switch self {
    case .staticKeys: "stored keys"
    case .assumeRole: "an assumed role"
    case .webIdentity: "a web identity token"
    case .saml: "a SAML assertion"
    case .sso: "IAM Identity Center"
    case .process: "a credential_process"
    case .login: "`aws login`"
    case .environment: "the environment"
    case .container: "the container's credentials endpoint"
    case .instanceMetadata: "instance metadata"
    }
  }
}
