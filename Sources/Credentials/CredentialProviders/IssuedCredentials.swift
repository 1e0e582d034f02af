import AWSClient
import AWSConfig
package import Foundation
package import Secrets
import Services

/// Credentials as a source issued them, and their identity if STS reported it.
package struct IssuedCredentials: Sendable, Equatable {
  package var keys: AWSCredentials
  package var arn: String?
  /// When they were obtained; nil for now.
  package var obtained: Date?
  /// The same time on this machine's clock.
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
  /// The credentials that a chain starts with, from its source.
  ///
  /// Throws `CredentialError`, `ServiceError`, `LoginNeededError`, `CancellationError`.
  func issuedCredentials(_ services: ServiceEndpoints, _ dependencies: CredentialDependencies)
    async throws -> IssuedCredentials
  {
    switch self {
    case .staticKeys(let keys, let profile):
      IssuedCredentials(
        try keys.unexpired(dependencies) { .storedKeysExpired(profile: profile, at: $0) })
    case .environment(let keys):
      IssuedCredentials(try keys.unexpired(dependencies) { .environmentExpired(at: $0) })
    case .webIdentity(let source): try await source.issuedCredentials(services, dependencies)
    case .saml(let source): try await source.issuedCredentials(services, dependencies)
    // The portal does not name an account, so it cannot be compared with the requested one.
    case .sso(let source):
      IssuedCredentials(try await roleCredentials(source, services, dependencies))
    case .process(let source): IssuedCredentials(try await source.keys(dependencies))
    case .login(let source):
      IssuedCredentials(try await loginCredentials(source, services, dependencies))
    case .container(let source): IssuedCredentials(try await source.keys(dependencies))
    case .instanceMetadata(let source):
      IssuedCredentials(
        try await instanceCredentials(
          endpoint: source.endpoint, allowsVersion1: source.allowsVersion1,
          timeoutSeconds: source.timeoutSeconds, attempts: source.attempts,
          timing: dependencies.timing,
          send: dependencies.send))
    }
  }
}

extension AWSCredentials {
  fileprivate func unexpired(
    _ dependencies: CredentialDependencies, else expired: (Date) -> CredentialError
  ) throws(CredentialError) -> AWSCredentials {
    if let end = expiration, end <= dependencies.timing.now() { throw expired(end) }
    return self
  }
}
