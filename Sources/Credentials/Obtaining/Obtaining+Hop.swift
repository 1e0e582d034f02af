import AWSConfig
import Accounts
import Foundation
import STS
import Secrets

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
      return .answered(try await services.client(source, of: chain, outside).call(operation))
    }
    guard sharesSession(of: hop, source) else {
      warnUnshared(hop, source, outside)
      let client = services.client(source, of: chain, outside)
      return try await codes.call(hop, typed: typed, outside) { code in
        var operation = operation
        operation.mfa = MFA(serialNumber: device, code: code)
        return try await client.call(operation)
      }
    }
    switch try await sessionKeys(of: hop, source, typed: typed, outside) {
    case .codeNeeded(let request): return .codeNeeded(request)
    case .answered(let keys):
      let client = services.client(IssuedCredentials(keys, arn: source.arn), of: chain, outside)
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
