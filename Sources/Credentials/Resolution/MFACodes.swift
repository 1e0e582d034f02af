import AWSClient
import AWSConfig
import Files
import Foundation
import STS
import Secrets
import Text

/// The outcome of a call that needs an MFA code.
enum CodeOutcome<Answer> {
  case answered(Answer)
  case codeNeeded(CodeRequest)
}

/// The codes that were sent.
///
/// AWS accepts each code once, so no process sends a code again.
struct MFACodes: Sendable {
  private var spent: Set<MFA> = []

  /// Calls with the code from `mfa_process`, else with the typed code, else asks for one.
  ///
  /// Only one code per device is sent at a time. Throws `CredentialError`, and the errors of `call`
  /// except the refusal of a typed code.
  mutating func call<Answer>(
    _ hop: RoleHop, typed: Secret?, _ dependencies: CredentialDependencies,
    _ call: (Secret) async throws -> Answer
  ) async throws -> CodeOutcome<Answer> {
    let request = CodeRequest(device: hop.mfaSerial ?? "", roleARN: hop.roleARN)
    guard typed != nil || hop.mfaProcess != nil else { return .codeNeeded(request) }
    return try await dependencies.locks.holdCode(of: request.device, dependencies.timing) {
      guard let code = try await printed(hop, dependencies) ?? typed else {
        return .codeNeeded(request)
      }
      if let reason = reasonAgainst(code, request, dependencies) {
        return .codeNeeded(request.again(reason))
      }
      return try await send(code, hop, request, call)
    }
  }

  /// Why a code must not be sent; nil if it can be.
  ///
  /// Then it counts as sent.
  private mutating func reasonAgainst(
    _ code: Secret, _ request: CodeRequest, _ dependencies: CredentialDependencies
  ) -> CodeRequest.Reason? {
    let mfa = MFA(serialNumber: request.device, code: code)
    let now = dependencies.timing.now()
    guard spent.insert(mfa).inserted else { return .wrong }
    guard !dependencies.locks.wasSent(mfa, now) else { return .maybeUsed }
    dependencies.locks.noteSent(mfa, now)
    return nil
  }

  private func send<Answer>(
    _ code: Secret, _ hop: RoleHop, _ request: CodeRequest,
    _ call: (Secret) async throws -> Answer
  ) async throws -> CodeOutcome<Answer> {
    do {
      return .answered(try await call(code))
    } catch let error as ServiceError where error.needsNewCode {
      let isWrong = if case .wrongCode = error { true } else { false }
      guard hop.mfaProcess == nil else {
        throw isWrong ? CredentialError.processCodeRefused(device: request.device) : error
      }
      return .codeNeeded(request.again(isWrong ? .wrong : .maybeUsed))
    }
  }

  /// A code that was not sent before.
  ///
  /// If the process prints an old code, it runs once more when the device shows the next code.
  private func printed(_ hop: RoleHop, _ dependencies: CredentialDependencies) async throws
    -> Secret?
  {
    guard let device = hop.mfaSerial, let code = try await codeFromProcess(hop, dependencies) else {
      return nil
    }
    let now = dependencies.timing.now()
    let mfa = MFA(serialNumber: device, code: code)
    guard spent.contains(mfa) || dependencies.locks.wasSent(mfa, now) else { return code }
    let past = now.timeIntervalSince1970.truncatingRemainder(dividingBy: 30)
    dependencies.say(
      "The code that mfa_process printed for \(forDisplay(device)) was sent before; waiting for "
        + "its next, "
        + "\(Int(31 - past)) s.")
    try await dependencies.timing.sleep(.seconds(31 - past))
    guard let next = try await codeFromProcess(hop, dependencies), next != code else {
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

/// A request for an MFA code.
package struct CodeRequest: Sendable, Equatable {
  /// Why the code is requested.
  package enum Reason: Sendable, Hashable {
    case first
    /// AWS refused the previous code, or it had been sent before.
    case wrong
    /// The previous code got no response, and may be used up.
    case maybeUsed
  }

  /// The device's serial number or ARN.
  package var device: String
  /// The role that requires the code.
  package var roleARN: String
  package var reason: Reason

  package init(device: String, roleARN: String, reason: Reason = .first) {
    self.device = device
    self.roleARN = roleARN
    self.reason = reason
  }
}

// The last code that was sent for a device is kept as a digest, so that none of our processes sends
// it again.
extension Locks {
  /// Runs `body` while no other process sends a code of a device.
  func holdCode<Value>(
    of device: String, _ timing: Timing, _ body: () async throws -> Value
  ) async throws -> Value {
    let lock = try await take("an MFA code of \(device)", variant: "code " + device, timing)
    defer { lock?.release() }
    return try await body()
  }

  /// True if this was the last code of a device and AWS may still remember it; false if that is not
  /// known.
  func wasSent(_ mfa: MFA, _ now: Date) -> Bool {
    guard let bytes = try? readWhole(sentFile(mfa), limit: 1 << 10) else { return false }
    let parts = String(decoding: bytes, as: UTF8.self).split(separator: " ")
    guard parts.count == 2, parts[0] == digest(mfa), let time = Double(parts[1]) else {
      return false
    }
    return abs(now.timeIntervalSince1970 - time) < codeLifetime
  }

  /// Notes a code before it is sent.
  ///
  /// A failure is ignored.
  func noteSent(_ mfa: MFA, _ now: Date) {
    let note = "\(digest(mfa)) \(now.timeIntervalSince1970)"
    try? writePrivately(Array(note.utf8), to: sentFile(mfa))
  }

  private func sentFile(_ mfa: MFA) -> String { path(of: "sent code " + mfa.serialNumber) }

  private func digest(_ mfa: MFA) -> String {
    sha256(mfa.serialNumber + "\n" + mfa.code.revealed)
  }
}

/// How long AWS accepts a code at most, in seconds.
private let codeLifetime: TimeInterval = 90

/// The code that a hop's `mfa_process` prints, or nil if it has none.
///
/// Throws `CredentialError`.
func codeFromProcess(_ hop: RoleHop, _ dependencies: CredentialDependencies) async throws -> Secret?
{
  guard let command = hop.mfaProcess else { return nil }
  let printed = try await output(of: command, hop, dependencies).trimmingCharacters(
    in: .whitespacesAndNewlines)
  guard isMFACode(printed) else {
    throw CredentialError.noCodeInCommand(
      profile: hop.profile, program: firstWord(command), printed: printed.count)
  }
  return Secret(printed)
}

/// True for exactly six ASCII digits, which STS requires for a TokenCode.
package func isMFACode(_ text: String) -> Bool {
  text.utf8.count == 6 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
}

private func firstWord(_ command: String) -> String {
  command.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
}

private func output(
  of command: String, _ hop: RoleHop, _ dependencies: CredentialDependencies
) async throws -> String {
  do { return try await dependencies.run(command) } catch let error as HelperError {
    throw CredentialError.codeCommandFailed(
      profile: hop.profile, program: firstWord(command), why: "\(error)")
  }
}
