import AWSClient
import AWSConfig
import Accounts
import Secrets

/// A digest of everything that decides the credentials of a chain's first `count` roles.
///
/// A cached session is not used if the chain has changed.
func digest(of chain: RoleChain, roles count: Int, _ services: ServiceEndpoints) -> String {
  var parts: [String?] = [services.sts.signingRegion, services.sts.url]
  parts += chain.base.identity(services)
  for hop in chain.hops.prefix(count) { parts += hop.identity }
  return sha256(parts.map { $0.map { "\($0.utf8.count):\($0)" } ?? "-" }.joined())
}

extension RoleHop {
  fileprivate var identity: [String?] {
    [
      roleARN, roleSessionName, externalID, mfaSerial, durationSeconds.map { String($0) },
      sourceIdentity, policy,
    ] + listed(policyARNs) + listed(tags.flatMap { [$0.key, $0.value] })
  }
}

extension CredentialSource {
  fileprivate func identity(_ services: ServiceEndpoints) -> [String?] {
    [kind.rawValue]
      + {
        switch self {
        case .staticKeys(let keys, _), .environment(let keys): [keys.digest]
        case .webIdentity(let source): source.identity
        case .saml(let source): source.identity
        case .sso(let source):
          [
            source.login.session, source.login.startURL, source.login.region, source.accountID,
            source.roleName, services.sso?.url,
          ]
        case .process(let source): listed(source.words) + [source.accountID]
        case .login(let source): [source.session, services.signIn?.url]
        case .container(let source): [source.url] + source.authorization.identity
        case .instanceMetadata(let source): [source.endpoint]
        }
      }()
  }
}

extension AWSCredentials {
  /// A digest that includes the secret, because a key that was rotated in place is another key.
  var digest: String {
    sha256(
      accessKeyID + "\n" + secretAccessKey.revealed + "\n" + (sessionToken?.revealed ?? ""))
  }
}

extension WebIdentitySource {
  fileprivate var identity: [String?] {
    [roleARN, roleSessionName, tokenFile, durationSeconds.map { String($0) }, policy]
      + listed(policyARNs)
  }
}

extension ContainerSource.Authorization {
  /// EKS uses one address for all identities.
  ///
  /// Only the authorization distinguishes them.
  fileprivate var identity: [String?] {
    switch self {
    case .none: [nil, nil]
    case .token(let token): ["token", sha256(token.revealed)]
    case .file(let path): ["file", path]
    }
  }
}

extension SAMLSource {
  fileprivate var identity: [String?] {
    let place: [String?] =
      switch assertion {
      case .file(let path): ["file", path]
      case .process(_, let words): ["process"] + listed(words)
      case .standardInput: ["-"]
      }
    return place + [roleARN, principalARN, durationSeconds.map { String($0) }, policy]
      + listed(policyARNs)
  }
}

/// A list with its length before it, so that different lists give different digests.
private func listed(_ texts: [String]) -> [String?] { [String(texts.count)] + texts }
