import Foundation
import STS
import Secrets

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
