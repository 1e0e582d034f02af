import Crypto
import Foundation
package import Secrets

/// An identity provider of an account, which issues JSON web tokens or SAML assertions.
package struct IdentityProvider: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// OpenID Connect: the URL of the issuer, and the audiences of its tokens.
    case oidc(issuer: String, audiences: Set<String>)
    case saml(name: String)
  }

  /// How the provider signs.
  package enum Signature: Sendable, Hashable {
    /// HMAC with SHA-256.
    case shared(Secret)
    /// ES256, with the SHA-256 digest of this text as private key.
    case ownKey(seed: Secret)
  }

  package let account: String
  package let kind: Kind
  let signature: Signature

  package static func oidc(
    _ issuer: String, audiences: Set<String> = ["sts.amazonaws.com"], account: String,
    signature: Signature
  ) -> IdentityProvider {
    IdentityProvider(
      account: account, kind: .oidc(issuer: issuer, audiences: audiences), signature: signature)
  }

  package static func saml(_ name: String, account: String, secret: Secret) -> IdentityProvider {
    IdentityProvider(account: account, kind: .saml(name: name), signature: .shared(secret))
  }

  /// The provider's ARN, as in trust policies.
  package var arn: String {
    switch kind {
    case .oidc(let issuer, _):
      "arn:aws:iam::\(account):oidc-provider/\(issuer.trimmingPrefix("https://"))"
    case .saml(let name): "arn:aws:iam::\(account):saml-provider/\(name)"
    }
  }
}

extension IdentityProvider {
  /// The algorithm's name in the header of a JSON web token.
  var algorithm: String {
    switch signature {
    case .shared: "HS256"
    case .ownKey: "ES256"
    }
  }

  /// The signature of a text; throws in the very rare case that the seed does not make a key.
  func sign(_ text: some StringProtocol) throws -> [UInt8] {
    switch signature {
    case .shared(let secret):
      let key = SymmetricKey(data: Array(secret.revealed.utf8))
      return Array(HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: key))
    case .ownKey(let seed):
      let key = try P256.Signing.PrivateKey(
        rawRepresentation: SHA256.hash(data: Array(seed.revealed.utf8)))
      return try Array(key.signature(for: Array(text.utf8)).rawRepresentation)
    }
  }

  func hasSigned(_ text: some StringProtocol, _ signature: [UInt8]) -> Bool {
    switch self.signature {
    case .shared: (try? sign(text)) == signature
    case .ownKey(let seed):
      isES256(signature, of: Array(text.utf8), seed: Array(seed.revealed.utf8))
    }
  }
}

private func isES256(_ signature: [UInt8], of text: [UInt8], seed: [UInt8]) -> Bool {
  guard let key = try? P256.Signing.PrivateKey(rawRepresentation: SHA256.hash(data: seed)),
    let signature = try? P256.Signing.ECDSASignature(rawRepresentation: signature)
  else { return false }
  return key.publicKey.isValidSignature(signature, for: text)
}
