package import Accounts
package import Secrets
import Text

/// The source of a chain's first credentials.
package enum CredentialSource: Sendable, Hashable {
  case staticKeys(AWSCredentials, profile: String)
  /// The access key in the environment's variables.
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

  /// The profile that defines it; nil for the environment.
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

/// The credentials in the environment's variables; nil if `AWS_ACCESS_KEY_ID` is unset or empty.
///
/// Throws `ChainError` if the secret is missing, the expiration is not a time, or a part cannot be
/// used.
func environmentCredentials(
  _ environment: [String: String]
) throws(ChainError) -> AWSCredentials? {
  func variable(_ name: String) -> String? {
    environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }
  guard let id = variable("AWS_ACCESS_KEY_ID") else { return nil }
  guard let secret = variable("AWS_SECRET_ACCESS_KEY") else { throw .halfAnAccessKeyInEnvironment }
  // The older name wins, as in the AWS CLI.
  let token = variable("AWS_SECURITY_TOKEN") ?? variable("AWS_SESSION_TOKEN")
  var credentials = AWSCredentials(
    accessKeyID: id, secretAccessKey: Secret(secret), sessionToken: token.map { Secret($0) },
    accountID: variable("AWS_ACCOUNT_ID"))
  if let text = variable("AWS_CREDENTIAL_EXPIRATION") {
    guard let expiration = parseISO8601(text) else { throw .notATime(text) }
    credentials.expiration = expiration
  }
  if let unusable = credentials.unusablePart { throw .unusableKeyInEnvironment(unusable) }
  return credentials
}

/// The credentials of an `aws login` session.
package struct LoginSource: Sendable, Hashable {
  package var profile: String
  /// The ARN in `login_session`, as written.
  package var session: String

  package init(profile: String, session: String) {
    self.profile = profile
    self.session = session
  }
}

extension LoginSource {
  /// The source that a profile describes; throws `ChainError` if it does not name a session.
  init(_ profile: Profile) throws(ChainError) {
    guard let session = profile.nonEmpty(.loginSession) else {
      throw .empty(.loginSession, profile: profile)
    }
    self.init(profile: profile.name, session: session)
  }
}

extension Entry.Kind {
  /// The kind in words, for sentences.
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
