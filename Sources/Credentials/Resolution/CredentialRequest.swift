import AWSClient
package import AWSConfig
import Files
import Foundation
import STS
package import Secrets
import Text

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

extension CredentialRequest {
  /// Waits until no other process is getting what has this mark, and keeps others from it; a failure quotes the name.
  mutating func lock(_ name: String, _ mark: String, _ outside: CredentialDependencies) async throws
  {
    guard locks[mark] == nil else { return }
    locks[mark] = try await outside.locks.take(name, variant: mark, outside.timing)
  }

  mutating func unlock(_ mark: String) {
    locks.removeValue(forKey: mark)?.release()
  }
}

/// What became of one attempt at a role.
enum HopOutcome {
  /// It is assumed, or its source is to be got anew first.
  case proceed
  case codeNeeded(CodeRequest)
}

extension CredentialRequest {
  /// Assumes one role; a code that AWS refused is asked for again, and a source that expired is dropped once.
  mutating func attempt(
    _ hop: RoleHop, from source: IssuedCredentials, typed: Secret?,
    _ outside: CredentialDependencies
  ) async throws -> HopOutcome {
    let role: CodeOutcome<AssumedRole>
    do {
      role = try await assume(hop, from: source, typed: typed, outside)
    } catch let problem as ServiceError where problem.meansCredentialsExpired {
      guard renew(outside) else { throw problem }
      return .proceed
    }
    switch role {
    case .codeNeeded(let request): return .codeNeeded(request)
    case .answered(let role):
      try check(account: account(of: role.arn), is: hop.accountID, of: hop.roleARN)
      let granted = IssuedCredentials(role.credentials, arn: role.arn)
      keep(granted, done + 1, outside)
      hold(granted, done + 1)
      return .proceed
    }
  }

  private mutating func assume(
    _ hop: RoleHop, from source: IssuedCredentials, typed: Secret?,
    _ outside: CredentialDependencies
  ) async throws -> CodeOutcome<AssumedRole> {
    let operation = operation(hop, from: source, outside)
    guard let device = hop.mfaSerial else {
      return .answered(
        try await services.client(source, of: chain, for: hop.roleARN, outside).call(operation))
    }
    guard sharesSession(of: hop, source) else {
      warnUnshared(hop, source, outside)
      let client = services.client(source, of: chain, for: hop.roleARN, outside)
      return try await codes.call(hop, typed: typed, outside) { code in
        var operation = operation
        operation.mfa = MFA(serialNumber: device, code: code)
        return try await client.call(operation)
      }
    }
    switch try await sessionKeys(of: hop, source, typed: typed, outside) {
    case .codeNeeded(let request): return .codeNeeded(request)
    case .answered(let keys):
      let source = IssuedCredentials(keys, arn: source.arn)
      let client = services.client(source, of: chain, for: hop.roleARN, outside)
      return .answered(try await client.call(operation))
    }
  }

  private mutating func operation(
    _ hop: RoleHop, from source: IssuedCredentials, _ outside: CredentialDependencies
  ) -> AssumeRole {
    AssumeRole(
      roleARN: hop.roleARN,
      sessionName: hop.roleSessionName ?? sessionName(at: outside.timing.now()),
      durationSeconds: duration(of: hop, from: source, outside), externalID: hop.externalID,
      tags: hop.tags.isEmpty ? nil : hop.tags, sourceIdentity: hop.sourceIdentity,
      policyARNs: hop.policyARNs.isEmpty ? nil : hop.policyARNs, policy: hop.policy)
  }

  /// AWS caps a role that is assumed with temporary keys at an hour, and refuses more (aws.md 3.3).
  private mutating func duration(
    of hop: RoleHop, from source: IssuedCredentials, _ outside: CredentialDependencies
  ) -> Int? {
    guard let seconds = hop.durationSeconds, seconds > longestChained,
      source.keys.sessionToken != nil
    else { return hop.durationSeconds }
    if !warnedOfDuration {
      warnedOfDuration = true
      outside.say(
        "\(forDisplay(entry)): the session lasts one hour, not \(shortDuration(seconds)): AWS "
          + "allows no more where a role is assumed with temporary keys.")
    }
    return longestChained
  }
}

/// The longest session of a role that is assumed with temporary keys, in seconds.
let longestChained = 3600

/// The name of a role's session where none is configured.
func sessionName(at now: Date) -> String { "switchback-\(Int(now.timeIntervalSince1970))" }

/// Refuses credentials of another account than was asked for: who answers so is not to be trusted.
func check(account: String?, is asked: String?, of role: String) throws(CredentialError) {
  guard let asked, account != asked else { return }
  throw .wrongAccount(role: role, expected: asked, answered: account ?? "(none)")
}
