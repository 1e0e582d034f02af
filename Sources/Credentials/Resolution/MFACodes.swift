import AWSClient
import AWSConfig
import Files
import Foundation
import STS
import Secrets
import Text

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

/// An MFA code that is wanted; whoever asked for credentials answers it with the code.
package struct CodeRequest: Sendable, Equatable {
  /// Why it is asked for.
  package enum Reason: Sendable, Hashable {
    case first
    /// AWS refused the code before this one, or it had been sent before.
    case wrong
    /// No answer came to the code before this one, which may be used up.
    case maybeUsed
  }

  /// The device's serial number or ARN.
  package var device: String
  /// The role that wants it.
  package var roleARN: String
  package var reason: Reason

  package init(device: String, roleARN: String, reason: Reason = .first) {
    self.device = device
    self.roleARN = roleARN
    self.reason = reason
  }
}

// The last code that was sent for a device is kept as a digest, so that no process of ours sends it again.
extension Locks {
  /// Runs `body` while no other process sends a code of a device.
  func holdCode<Value>(
    of device: String, _ timing: Timing, _ body: () async throws -> Value
  ) async throws -> Value {
    let lock = try await take("an MFA code of \(device)", variant: "code " + device, timing)
    defer { lock?.release() }
    return try await body()
  }

  /// True for the last code of a device while AWS might still know it; false where that is not written down.
  func wasSent(_ mfa: MFA, _ now: Date) -> Bool {
    guard let bytes = try? readWhole(sentFile(mfa), limit: 1 << 10) else { return false }
    let parts = String(decoding: bytes, as: UTF8.self).split(separator: " ")
    guard parts.count == 2, parts[0] == digest(mfa), let time = Double(parts[1]) else {
      return false
    }
    return abs(now.timeIntervalSince1970 - time) < codeLifetime
  }

  /// Writes a code down before it is sent; no failure stops anyone.
  func noteSent(_ mfa: MFA, _ now: Date) {
    let note = "\(digest(mfa)) \(now.timeIntervalSince1970)"
    try? writePrivately(Array(note.utf8), to: sentFile(mfa))
  }

  private func sentFile(_ mfa: MFA) -> String { path(of: "sent code " + mfa.serialNumber) }

  private func digest(_ mfa: MFA) -> String {
    sha256(mfa.serialNumber + "\n" + mfa.code.revealed)
  }
}

/// How long AWS takes a code for, at the most, in seconds.
private let codeLifetime: TimeInterval = 90

/// The code that a hop's `mfa_process` prints, or nil where it has none; throws `CredentialError`.
func codeFromProcess(_ hop: RoleHop, _ outside: CredentialDependencies) async throws -> Secret? {
  guard let command = hop.mfaProcess else { return nil }
  let printed = try await output(of: command, hop, outside).trimmingCharacters(
    in: .whitespacesAndNewlines)
  guard isMFACode(printed) else {
    throw CredentialError.noCodeInCommand(
      profile: hop.profile, program: firstWord(command), printed: printed.count)
  }
  return Secret(printed)
}

/// True for exactly six ASCII digits, which is what STS takes for a TokenCode.
package func isMFACode(_ text: String) -> Bool {
  text.utf8.count == 6 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
}

private func firstWord(_ command: String) -> String {
  command.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
}

private func output(
  of command: String, _ hop: RoleHop, _ outside: CredentialDependencies
) async throws -> String {
  do { return try await outside.run(command) } catch let failure as HelperError {
    throw CredentialError.codeCommandFailed(
      profile: hop.profile, program: firstWord(command), why: failure.sentence)
  }
}
