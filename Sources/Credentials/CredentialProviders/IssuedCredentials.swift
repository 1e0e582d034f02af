import AWSClient
import AWSConfig
package import Foundation
package import Secrets
import Services

/// Keys as somebody granted them, and who STS says they are where it was asked.
package struct IssuedCredentials: Sendable, Equatable {
  package var keys: AWSCredentials
  package var arn: String?
  /// When, where that was before now.
  package var obtained: Date?
  /// The same by this machine's own clock.
  package var obtainedHere: Date?

  package init(
    _ keys: AWSCredentials, arn: String? = nil, obtained: Date? = nil, obtainedHere: Date? = nil
  ) {
    self.keys = keys
    self.arn = arn
    self.obtained = obtained
    self.obtainedHere = obtainedHere
  }
}

extension CredentialSource {
  /// The credentials that a chain starts with, as each kind gives them.
  ///
  /// Throws `CredentialError`, STS's `ServiceError`, `LoginNeededError`, `CancellationError`.
  func issuedCredentials(_ services: ServiceEndpoints, _ outside: CredentialDependencies)
    async throws -> IssuedCredentials
  {
    switch self {
    case .staticKeys(let keys, let profile):
      IssuedCredentials(
        try keys.unexpired(outside) { .storedKeysExpired(profile: profile, at: $0) })
    case .environment(let keys):
      IssuedCredentials(try keys.unexpired(outside) { .environmentExpired(at: $0) })
    case .webIdentity(let source): try await source.issuedCredentials(services, outside)
    case .saml(let source): try await source.issuedCredentials(services, outside)
    // The portal names no account: there is nothing to hold against the one that was asked for.
    case .sso(let source): IssuedCredentials(try await roleCredentials(source, services, outside))
    case .process(let source): IssuedCredentials(try await source.keys(outside))
    case .login(let source):
      IssuedCredentials(try await loginCredentials(source, services, outside))
    case .container(let source): IssuedCredentials(try await source.keys(outside))
    case .instanceMetadata(let source):
      IssuedCredentials(
        try await instanceCredentials(
          endpoint: source.endpoint, allowsVersion1: source.allowsVersion1,
          timeoutSeconds: source.timeoutSeconds, attempts: source.attempts, timing: outside.timing,
          send: outside.send))
    }
  }
}

extension AWSCredentials {
  fileprivate func unexpired(
    _ outside: CredentialDependencies, else problem: (Date) -> CredentialError
  ) throws(CredentialError) -> AWSCredentials {
    if let end = expiration, end <= outside.timing.now() { throw problem(end) }
    return self
  }
}
