package import AWSClient
import Crypto
import Foundation
package import Secrets

/// The proof that an authorization code is redeemed by the client that requested it (RFC 7636).
package struct PKCE: Sendable, Hashable {
  /// Kept here until the code is redeemed.
  package let verifier: Secret
  /// The verifier's digest, which is sent with the first request.
  package let challenge: String

  package init(verifier: Secret) {
    self.verifier = verifier
    challenge = base64URL(SHA256.hash(data: Array(verifier.revealed.utf8)))
  }
}

extension PKCE {
  /// A new proof of 64 random characters, as in the AWS CLI.
  package static func random() -> PKCE {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
    return PKCE(verifier: Secret(String((0..<64).compactMap { _ in alphabet.randomElement() })))
  }
}

/// The URL at which a browser begins an Identity Center login with PKCE.
///
/// The parameter is named `scopes`, as AWS requires, and not `scope` as in OAuth.
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

/// Bytes in base64url (RFC 4648, section 5), without padding.
func base64URL(_ bytes: some Sequence<UInt8>) -> String {
  Data(bytes).base64EncodedString()
    .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
}
