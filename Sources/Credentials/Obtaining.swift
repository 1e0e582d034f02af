package import AWSConfig
import Accounts
import Foundation
package import STS
package import Secrets

/// An entry's credentials on their way: the hops that are done, and those to come.
///
/// Nothing here can ask a person. Where a hop wants an MFA code, `proceed` says so and is called again with it.
package struct Obtaining: Sendable {
  package enum Step: Sendable, Equatable {
    case done(Session)
    case codeNeeded(CodeRequest)
  }

  private let entry: String
  let chain: RoleChain
  let endpoint: Endpoint
  let attempts: Int
  private let fingerprint: String
  var held: Keys
  var heldARN: String?
  private var done = 0

  /// Starts on a chain; throws `CredentialProblem` where its base cannot be used yet.
  ///
  /// `attempts` are the calls tried for each request, the first included (`AWS_MAX_ATTEMPTS`).
  package init(entry: String, chain: RoleChain, endpoint: Endpoint, attempts: Int = 3) throws {
    self.entry = entry
    self.chain = chain
    self.endpoint = endpoint
    self.attempts = attempts
    held = try chain.base.keys()
    fingerprint = digest(of: chain, at: endpoint)
  }

  /// Goes on until the session is there or a code is wanted.
  ///
  /// Throws `CredentialProblem`, STS's `Problem`, or `CancellationError`.
  package mutating func proceed(
    code: Secret? = nil, through outside: Outside
  ) async throws -> Step {
    if let session = reusable(outside) { return .done(session) }
    if case .environment(let keys) = chain.base, let end = keys.expiration, end <= outside.now() {
      throw CredentialProblem.environmentExpired(at: end)
    }
    var code = code
    while done < chain.hops.count {
      let hop = chain.hops[done]
      let step = try await take(hop, typed: code, outside)
      code = hop.mfaSerial == nil ? code : nil
      switch step {
      case .assumed: done += 1
      case .codeNeeded(let request): return .codeNeeded(request)
      }
    }
    let session = Session(entry: entry, keys: held, arn: heldARN, fingerprint: fingerprint)
    if !chain.hops.isEmpty { outside.keep(session) }
    return .done(session)
  }

  /// The session that is held already, if the chain is still what it was and 15 minutes remain.
  private func reusable(_ outside: Outside) -> Session? {
    guard done == 0, !chain.hops.isEmpty, let session = outside.heldSession(entry),
      session.fingerprint == fingerprint, session.isFresh(at: outside.now())
    else { return nil }
    return session
  }
}

extension Base {
  /// The keys that the chain starts from; throws where that way of getting them is not built yet.
  fileprivate func keys() throws(CredentialProblem) -> Keys {
    switch self {
    case .staticKeys(let keys, _), .environment(let keys): keys
    case .later(let kind, let profile): throw .notYet(kind, profile: profile)
    }
  }
}
