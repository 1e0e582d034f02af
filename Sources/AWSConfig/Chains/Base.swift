package import Accounts
package import Secrets

/// Where a chain's first credentials come from.
package enum CredentialSource: Sendable, Hashable {
  case staticKeys(AWSCredentials, profile: String)
  /// The access key of the environment's variables.
  case environment(AWSCredentials)
  case webIdentity(WebIdentitySource)
  case saml(SAMLSource)
  case sso(SSOSource)
  case process(ProcessSource)
  case login(LoginSource)
  case container(ContainerSource)
  case instanceMetadata(MetadataSource)

  package var kind: Entry.Kind {
    switch self {
    case .staticKeys: .staticKeys
    case .environment: .environment
    case .webIdentity: .webIdentity
    case .saml: .saml
    case .sso: .sso
    case .process: .process
    case .login: .login
    case .container: .container
    case .instanceMetadata: .instanceMetadata
    }
  }

  /// The profile that holds it; nil for the environment.
  package var profile: String? {
    switch self {
    case .staticKeys(_, let profile): profile
    case .environment: nil
    case .webIdentity(let source): source.profile
    case .saml(let source): source.profile
    case .sso(let source): source.profile
    case .process(let source): source.profile
    case .login(let source): source.profile
    case .container(let source): source.profile
    case .instanceMetadata(let source): source.profile
    }
  }
}
