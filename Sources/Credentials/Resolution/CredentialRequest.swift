import AWSClient
package import AWSConfig
import Files
import Foundation
import STS
package import Secrets
import Text

/// A request for an entry's credentials: the hops that are done, and the hops that follow.
///
/// It cannot ask a person. If a hop needs an MFA code, `proceed` gives `codeNeeded`, and is called
/// again with the code. What it requests is locked until it is done, so only one of many processes
/// asks AWS, and only one asks for a code.
package struct CredentialRequest: Sendable {
  package enum State: Sendable, Equatable {
    case done(Session)
    case codeNeeded(CodeRequest)
  }

  let entry: String
  let chain: RoleChain
  let services: ServiceEndpoints
  /// The key of the session in the cache, with the name.
  package let fingerprint: String
  /// The credentials that assume the next role, from the source or the last finished hop.
  var held: IssuedCredentials?
  var done = 0
  var sharedDevice = SharedMFASession()
  var codes = MFACodes()
  /// The locks by their marks, which are fingerprints of sessions.
  var locks: [String: FileLock] = [:]
  /// The numbers of roles, 0 for the source, whose expired credentials were renewed, which is done
  /// once.
  var renewed: Set<Int> = []
  var warnedOfDuration = false

  /// Creates a request for a chain.
  package init(entry: String, chain: RoleChain, services: ServiceEndpoints) {
    self.entry = entry
    self.chain = chain
    self.services = services
    fingerprint = digest(of: chain, roles: chain.hops.count, services)
  }

  /// Continues until the session is complete or a code is needed.
  ///
  /// Throws `CredentialError`, `ServiceError`, `LoginNeededError`, or `CancellationError`.
  package mutating func proceed(
    code: Secret? = nil, through dependencies: CredentialDependencies
  ) async throws -> State {
    do {
      let state = try await advance(code, dependencies)
      if case .done = state { releaseLocks() }
      return state
    } catch {
      releaseLocks()
      throw error
    }
  }

  private mutating func advance(_ code: Secret?, _ dependencies: CredentialDependencies)
    async throws
    -> State
  {
    // A copy of this request may have continued and released its locks.
    if !locks.values.allSatisfy(\.isHeld) { releaseLocks() }
    var code = code
    while true {
      let issued = try await source(dependencies)
      guard done < chain.hops.count else {
        return .done(session(done, issued, dependencies))
      }
      let hop = chain.hops[done]
      if case .codeNeeded(let request) = try await attempt(
        hop, from: issued, typed: code, dependencies)
      {
        return .codeNeeded(request)
      }
      if hop.mfaSerial != nil { code = nil }
    }
  }

  /// Releases all locks.
  ///
  /// Finished hops are found again in the caches.
  mutating func releaseLocks() {
    for lock in locks.values { lock.release() }
    locks = [:]
    held = nil
    done = 0
    sharedDevice.keys = nil
  }
}

extension CredentialRequest {
  /// The outcome of a step, with the request to continue with.
  enum Progress: Sendable {
    case done(Session)
    case codeNeeded(CodeRequest, CredentialRequest)
  }

  /// Calls `proceed` on a copy, so that the step can run in its own task.
  func progress(
    code: Secret?, through dependencies: CredentialDependencies
  ) async throws -> Progress {
    var request = self
    switch try await request.proceed(code: code, through: dependencies) {
    case .done(let session): return .done(session)
    case .codeNeeded(let needed): return .codeNeeded(needed, request)
    }
  }
}

extension CredentialRequest {
  /// Waits until no other process holds the lock of this mark, and takes it.
  ///
  /// Error messages quote the name.
  mutating func lock(_ name: String, _ mark: String, _ dependencies: CredentialDependencies)
    async throws
  {
    guard locks[mark] == nil else { return }
    locks[mark] = try await dependencies.locks.take(name, variant: mark, dependencies.timing)
  }

  mutating func unlock(_ mark: String) {
    locks.removeValue(forKey: mark)?.release()
  }
}

/// The outcome of one attempt to assume a role.
enum HopOutcome {
  /// The role is assumed, or its source must be renewed first.
  case proceed
  case codeNeeded(CodeRequest)
}

extension CredentialRequest {
  /// Assumes one role.
  ///
  /// Asks again for a code that AWS refused, and drops an expired source once.
  mutating func attempt(
    _ hop: RoleHop, from source: IssuedCredentials, typed: Secret?,
    _ dependencies: CredentialDependencies
  ) async throws -> HopOutcome {
    let role: CodeOutcome<AssumedRole>
    do {
      role = try await assume(hop, from: source, typed: typed, dependencies)
    } catch let error as ServiceError where error.meansCredentialsExpired {
      guard renew(dependencies) else { throw error }
      return .proceed
    }
    switch role {
    case .codeNeeded(let request): return .codeNeeded(request)
    case .answered(let role):
      try check(account: account(of: role.arn), is: hop.accountID, of: hop.roleARN)
      let issued = IssuedCredentials(role.credentials, arn: role.arn)
      keep(issued, done + 1, dependencies)
      hold(issued, done + 1)
      return .proceed
    }
  }

  private mutating func assume(
    _ hop: RoleHop, from source: IssuedCredentials, typed: Secret?,
    _ dependencies: CredentialDependencies
  ) async throws -> CodeOutcome<AssumedRole> {
    let operation = operation(hop, from: source, dependencies)
    guard let device = hop.mfaSerial else {
      return .answered(
        try await services.client(source, of: chain, for: hop.roleARN, dependencies).call(operation)
      )
    }
    guard sharesSession(of: hop, source) else {
      warnUnshared(hop, source, dependencies)
      let client = services.client(source, of: chain, for: hop.roleARN, dependencies)
      return try await codes.call(hop, typed: typed, dependencies) { code in
        var operation = operation
        operation.mfa = MFA(serialNumber: device, code: code)
        return try await client.call(operation)
      }
    }
    switch try await sessionKeys(of: hop, source, typed: typed, dependencies) {
    case .codeNeeded(let request): return .codeNeeded(request)
    case .answered(let keys):
      let source = IssuedCredentials(keys, arn: source.arn)
      let client = services.client(source, of: chain, for: hop.roleARN, dependencies)
      return .answered(try await client.call(operation))
    }
  }

  private mutating func operation(
    _ hop: RoleHop, from source: IssuedCredentials, _ dependencies: CredentialDependencies
  ) -> AssumeRole {
    AssumeRole(
      roleARN: hop.roleARN,
      sessionName: hop.roleSessionName ?? sessionName(at: dependencies.timing.now()),
      durationSeconds: duration(of: hop, from: source, dependencies), externalID: hop.externalID,
      tags: hop.tags.isEmpty ? nil : hop.tags, sourceIdentity: hop.sourceIdentity,
      policyARNs: hop.policyARNs.isEmpty ? nil : hop.policyARNs, policy: hop.policy)
  }

  /// The duration of a session.
  ///
  /// AWS refuses more than one hour for a role that is assumed with temporary credentials.
  private mutating func duration(
    of hop: RoleHop, from source: IssuedCredentials, _ dependencies: CredentialDependencies
  ) -> Int? {
    guard let seconds = hop.durationSeconds, seconds > longestChained,
      source.keys.sessionToken != nil
    else { return hop.durationSeconds }
    if !warnedOfDuration {
      warnedOfDuration = true
      dependencies.say(
        "\(forDisplay(entry)): the session lasts one hour, not \(shortDuration(seconds)): AWS "
          + "allows no more for a role that is assumed with temporary credentials.")
    }
    return longestChained
  }
}

/// The longest session of a role that is assumed with temporary credentials, in seconds.
let longestChained = 3600

/// The default name of a role's session.
func sessionName(at now: Date) -> String { "switchback-\(Int(now.timeIntervalSince1970))" }

/// Throws if credentials belong to another account than the requested one.
///
/// Such a response cannot be trusted.
func check(account: String?, is expected: String?, of role: String) throws(CredentialError) {
  guard let expected, account != expected else { return }
  throw .wrongAccount(role: role, expected: expected, answered: account ?? "(none)")
}
