import AWSConfig
import Foundation
import Secrets

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
