package import AWSClient
import Crypto
import Foundation
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

/// Where a browser begins a login to Identity Center by PKCE; the key is `scopes`, as AWS has it, not OAuth's.
package func authorizationURL(
  endpoint: Endpoint, clientID: String, redirectURI: String, state: String, challenge: String,
  scopes: [String]
) -> String {
  let parameters = [
    ("response_type", "code"), ("client_id", clientID), ("redirect_uri", redirectURI),
    ("state", state), ("code_challenge_method", "S256"),
    ("scopes", scopes.joined(separator: " ")), ("code_challenge", challenge),
  ]
  let query = parameters.map { "\($0)=\(percentEncoded($1.utf8))" }.joined(separator: "&")
  return endpoint.url(of: "/authorize?" + query)
}

/// Bytes in the base64 of URLs, without the padding.
func base64URL(_ bytes: some Sequence<UInt8>) -> String {
  Data(bytes).base64EncodedString()
    .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
}
