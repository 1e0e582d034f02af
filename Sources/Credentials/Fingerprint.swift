import AWSConfig
import Accounts
import Crypto
import Foundation
import STS
import Secrets

/// A digest of everything that decides what a chain yields, so that a session is not used for a chain that changed.
func digest(of chain: RoleChain, at endpoint: Endpoint) -> String {
  var parts = [endpoint.signingRegion, endpoint.url, baseIdentity(chain.base)]
  for hop in chain.hops {
    parts += [
      hop.roleARN, hop.roleSessionName ?? "", hop.externalID ?? "", hop.mfaSerial ?? "",
      hop.durationSeconds.map(String.init) ?? "",
    ]
  }
  return sha256(parts.map { "\($0.utf8.count):\($0)" }.joined())
}

private func baseIdentity(_ base: Base) -> String {
  switch base {
  case .staticKeys(let keys, _), .environment(let keys):
    // The secret is digested too: a key that was rotated in place is another key.
    sha256(
      keys.accessKeyID + "\n" + keys.secretAccessKey.revealed + "\n"
        + (keys.sessionToken?.revealed ?? ""))
  case .later(let kind, let profile): kind.rawValue + " " + profile
  }
}

/// The SHA-256 digest of a text, as 64 hex digits.
func sha256(_ text: String) -> String {
  SHA256.hash(data: Data(text.utf8)).map { byte in
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }.joined()
}
