import AWSConfig
import Foundation
import STS
import Secrets

/// What came of a call that needs an MFA code.
enum Coded<Answer> {
  case answered(Answer)
  case codeNeeded(CodeRequest)
}

/// The codes that were sent: AWS takes each one once, so that none is ever sent again.
struct Codes: Sendable {
  private var spent: Set<MFA> = []

  /// Calls with the code that `mfa_process` prints, else with the one that was typed, else asks for one.
  ///
  /// Throws `CredentialProblem`, and what `call` throws but for a typed code that AWS did not take.
  mutating func spend<Answer>(
    _ hop: RoleHop, typed: Secret?, _ outside: Outside, _ call: (Secret) async throws -> Answer
  ) async throws -> Coded<Answer> {
    var request = CodeRequest(device: hop.mfaSerial ?? "", roleARN: hop.roleARN)
    guard let code = try await printed(hop, outside) ?? typed else { return .codeNeeded(request) }
    request.reason = .wrong
    guard spent.insert(MFA(serialNumber: request.device, code: code)).inserted else {
      return .codeNeeded(request)
    }
    do {
      return .answered(try await call(code))
    } catch let problem as Problem where problem.wantsNewCode {
      let isWrong = if case .wrongCode = problem { true } else { false }
      guard hop.mfaProcess == nil else {
        throw isWrong ? CredentialProblem.processCodeRefused(device: request.device) : problem
      }
      request.reason = isWrong ? .wrong : .maybeUsed
      return .codeNeeded(request)
    }
  }

  /// A code that was not sent before; where the process prints the same again, it is asked once more when the device
  /// shows its next.
  private func printed(_ hop: RoleHop, _ outside: Outside) async throws -> Secret? {
    guard let device = hop.mfaSerial, let code = try await codeFromProcess(hop, outside) else {
      return nil
    }
    guard spent.contains(MFA(serialNumber: device, code: code)) else { return code }
    let past = outside.timing.now().timeIntervalSince1970.truncatingRemainder(dividingBy: 30)
    try await outside.timing.sleep(.seconds(31 - past))
    guard let next = try await codeFromProcess(hop, outside), next != code else {
      throw CredentialProblem.processCodeRefused(device: device)
    }
    return next
  }
}
