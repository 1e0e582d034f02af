import AWSConfig
import Foundation
import STS
import Secrets

extension Base {
  /// The credentials that a chain starts with, as each kind gives them.
  ///
  /// Throws `CredentialProblem`, STS's `Problem`, `LoginNeeded`, `CancellationError`.
  func granted(_ services: Services, _ outside: Outside) async throws -> Granted {
    switch self {
    case .staticKeys(let keys, let profile):
      Granted(try keys.inTime(outside) { .storedKeysExpired(profile: profile, at: $0) })
    case .environment(let keys): Granted(try keys.inTime(outside) { .environmentExpired(at: $0) })
    case .webIdentity(let source): try await source.granted(services, outside)
    case .saml(let source): try await source.granted(services, outside)
    // The portal names no account: there is nothing to hold against the one that was asked for.
    case .sso(let source): Granted(try await roleCredentials(source, services, outside))
    case .process(let source): Granted(try await source.keys(outside))
    case .login(let source): Granted(try await loginCredentials(source, services, outside))
    case .container(let source): Granted(try await source.keys(outside))
    case .instanceMetadata(let source):
      Granted(
        try await instanceCredentials(
          endpoint: source.endpoint, allowsVersion1: source.allowsVersion1,
          timeoutSeconds: source.timeoutSeconds, attempts: source.attempts, timing: outside.timing,
          send: outside.send))
    }
  }
}

extension Keys {
  fileprivate func inTime(
    _ outside: Outside, else problem: (Date) -> CredentialProblem
  ) throws(CredentialProblem) -> Keys {
    if let end = expiration, end <= outside.timing.now() { throw problem(end) }
    return self
  }
}
