package import AWSConfig
import STS
package import Secrets

/// An entry's credentials on their way: the hops that are done, and those to come.
///
/// Nothing here can ask a person. Where a hop wants an MFA code, `proceed` says so and is called again with it.
/// What it gets is locked until it has it, so that of many processes one asks AWS, and one asks for a code.
package struct CredentialRequest: Sendable {
  package enum State: Sendable, Equatable {
    case done(Session)
    case codeNeeded(CodeRequest)
  }

  let entry: String
  let chain: RoleChain
  let services: ServiceEndpoints
  /// What the session is kept under, besides the name.
  package let fingerprint: String
  /// What the next role is assumed with: of the base, or of the roles that are done.
  var held: IssuedCredentials?
  var done = 0
  var sharedDevice = SharedMFASession()
  var codes = MFACodes()
  /// By what they are of: the fingerprints of sessions.
  var locks: [String: FileLock] = [:]
  /// The numbers of roles, 0 for the base, whose expired keys were got anew: once each.
  var renewed: Set<Int> = []
  var warnedOfDuration = false

  /// Starts on a chain.
  package init(entry: String, chain: RoleChain, services: ServiceEndpoints) {
    self.entry = entry
    self.chain = chain
    self.services = services
    fingerprint = digest(of: chain, roles: chain.hops.count, services)
  }

  /// Goes on until the session is there or a code is wanted.
  ///
  /// Throws `CredentialError`, STS's `ServiceError`, `LoginNeededError`, or `CancellationError`.
  package mutating func proceed(
    code: Secret? = nil, through outside: CredentialDependencies
  ) async throws -> State {
    do {
      let step = try await advance(code, outside)
      if case .done = step { releaseLocks() }
      return step
    } catch {
      releaseLocks()
      throw error
    }
  }

  private mutating func advance(_ code: Secret?, _ outside: CredentialDependencies) async throws
    -> State
  {
    // A copy of this may have gone on, and let go of what this one has.
    if !locks.values.allSatisfy(\.isHeld) { releaseLocks() }
    var code = code
    while true {
      let granted = try await source(outside)
      guard done < chain.hops.count else {
        return .done(session(done, granted, outside))
      }
      let hop = chain.hops[done]
      if case .codeNeeded(let request) = try await attempt(hop, from: granted, typed: code, outside)
      {
        return .codeNeeded(request)
      }
      if hop.mfaSerial != nil { code = nil }
    }
  }

  /// Lets others have what was locked; what is there already is found again in the caches.
  private mutating func releaseLocks() {
    for lock in locks.values { lock.release() }
    locks = [:]
    held = nil
    done = 0
    sharedDevice.keys = nil
  }
}
