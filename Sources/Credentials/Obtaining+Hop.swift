import AWSConfig
import Accounts
import Foundation
import STS
import Secrets

extension Obtaining {
  enum HopStep {
    case assumed
    case codeNeeded(CodeRequest)
  }

  /// Assumes one role with the keys held; a code that AWS refused is asked for again.
  mutating func take(_ hop: RoleHop, typed: Secret?, _ outside: Outside) async throws -> HopStep {
    guard let device = hop.mfaSerial else {
      try await assume(hop, mfa: nil, outside)
      return .assumed
    }
    let wanted = CodeRequest(device: device, roleARN: hop.roleARN)
    guard let code = try await codeFromProcess(hop, outside) ?? typed else {
      return .codeNeeded(wanted)
    }
    do {
      try await assume(hop, mfa: MFA(serialNumber: device, code: code), outside)
      return .assumed
    } catch Problem.wrongCode where hop.mfaProcess != nil {
      throw CredentialProblem.processCodeRefused(device: device)
    } catch Problem.wrongCode {
      return .codeNeeded(CodeRequest(device: device, roleARN: hop.roleARN, afterWrongCode: true))
    }
  }

  private mutating func assume(_ hop: RoleHop, mfa: MFA?, _ outside: Outside) async throws {
    let now = outside.now()
    let operation = AssumeRole(
      roleARN: hop.roleARN,
      sessionName: hop.roleSessionName ?? "switchback-\(Int(now.timeIntervalSince1970))",
      durationSeconds: hop.durationSeconds, externalID: hop.externalID, mfa: mfa)
    let role = try await client(outside).call(operation)
    try check(role, hop)
    held = role.keys
    heldARN = role.arn
  }

  private func client(_ outside: Outside) -> STSClient {
    var timing = Timing.system
    timing.now = outside.now
    return STSClient(
      endpoint: endpoint, keys: held, caller: heldARN ?? chain.base.profile.map { "profile \($0)" },
      retries: RetryPolicy(attempts: attempts, seconds: 45), timing: timing, send: outside.send)
  }

  /// Refuses credentials of another account than the role's: an endpoint that answers so is not to be trusted.
  private func check(_ role: AssumedRole, _ hop: RoleHop) throws(CredentialProblem) {
    guard let asked = try? ARN(role: hop.roleARN).accountID else { return }
    let answered = (try? ARN(role.arn))?.accountID ?? "(none)"
    guard answered == asked else {
      throw .wrongAccount(role: hop.roleARN, expected: asked, answered: answered)
    }
  }
}
