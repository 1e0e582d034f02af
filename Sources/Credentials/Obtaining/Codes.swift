import AWSConfig
import Foundation
import STS
import Secrets

/// What came of a call that needs an MFA code.
enum CodeOutcome<Answer> {
  case answered(Answer)
  case codeNeeded(CodeRequest)
}

/// The codes that were sent: AWS takes each one once, so that none is ever sent again, by other processes neither.
struct MFACodes: Sendable {
  private var spent: Set<MFA> = []

  /// Calls with the code that `mfa_process` prints, else with the one that was typed, else asks for one.
  ///
  /// One code of a device is on its way at a time. Throws `CredentialError`, and what `call` throws but for a typed
  /// code that AWS did not take.
  mutating func call<Answer>(
    _ hop: RoleHop, typed: Secret?, _ outside: CredentialDependencies,
    _ call: (Secret) async throws -> Answer
  ) async throws -> CodeOutcome<Answer> {
    let request = CodeRequest(device: hop.mfaSerial ?? "", roleARN: hop.roleARN)
    guard typed != nil || hop.mfaProcess != nil else { return .codeNeeded(request) }
    return try await outside.locks.holdCode(of: request.device, outside.timing) {
      guard let code = try await printed(hop, outside) ?? typed else {
        return .codeNeeded(request)
      }
      if let reason = reasonAgainst(code, request, outside) {
        return .codeNeeded(request.again(reason))
      }
      return try await send(code, hop, request, call)
    }
  }

  /// Why a code is not to be sent, nil for one that is: from then on it counts as sent.
  private mutating func reasonAgainst(
    _ code: Secret, _ request: CodeRequest, _ outside: CredentialDependencies
  ) -> CodeRequest.Reason? {
    let mfa = MFA(serialNumber: request.device, code: code)
    let now = outside.timing.now()
    guard spent.insert(mfa).inserted else { return .wrong }
    guard !outside.locks.wasSent(mfa, now) else { return .maybeUsed }
    outside.locks.noteSent(mfa, now)
    return nil
  }

  private func send<Answer>(
    _ code: Secret, _ hop: RoleHop, _ request: CodeRequest,
    _ call: (Secret) async throws -> Answer
  ) async throws -> CodeOutcome<Answer> {
    do {
      return .answered(try await call(code))
    } catch let problem as ServiceError where problem.needsNewCode {
      let isWrong = if case .wrongCode = problem { true } else { false }
      guard hop.mfaProcess == nil else {
        throw isWrong ? CredentialError.processCodeRefused(device: request.device) : problem
      }
      return .codeNeeded(request.again(isWrong ? .wrong : .maybeUsed))
    }
  }

  /// A code that was not sent before; where the process prints the same again, it is asked once more when the device
  /// shows its next.
  private func printed(_ hop: RoleHop, _ outside: CredentialDependencies) async throws -> Secret? {
    guard let device = hop.mfaSerial, let code = try await codeFromProcess(hop, outside) else {
      return nil
    }
    let now = outside.timing.now()
    let mfa = MFA(serialNumber: device, code: code)
    guard spent.contains(mfa) || outside.locks.wasSent(mfa, now) else { return code }
    let past = now.timeIntervalSince1970.truncatingRemainder(dividingBy: 30)
    outside.say(
      "The code that mfa_process printed for \(forDisplay(device)) was sent before; waiting for its next, "
        + "\(Int(31 - past)) s.")
    try await outside.timing.sleep(.seconds(31 - past))
    guard let next = try await codeFromProcess(hop, outside), next != code else {
      throw CredentialError.processCodeRefused(device: device)
    }
    return next
  }
}

extension CodeRequest {
  fileprivate func again(_ reason: Reason) -> CodeRequest {
    CodeRequest(device: device, roleARN: roleARN, reason: reason)
  }
}
