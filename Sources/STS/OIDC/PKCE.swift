import Crypto
package import Secrets

/// The proof that who redeems an authorization code is who asked for it (RFC 7636).
package struct PKCE: Sendable, Hashable {
  /// Kept here until the code is redeemed.
  package let verifier: Secret
  /// Sent ahead: the verifier's digest.
  package let challenge: String

  package init(verifier: Secret) {
    self.verifier = verifier
    challenge = base64URL(SHA256.hash(data: Array(verifier.revealed.utf8)))
  }
}

extension PKCE {
  /// A new proof, of 64 characters as the AWS CLI has it, by the system's randomness.
  package static func random() -> PKCE {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
    return PKCE(verifier: Secret(String((0..<64).compactMap { _ in alphabet.randomElement() })))
  }
}
