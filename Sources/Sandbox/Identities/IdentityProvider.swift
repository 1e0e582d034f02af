import Crypto
import Foundation
package import Secrets

/// Who beside IAM may vouch for somebody in an account: the makers of JSON web tokens and of SAML assertions.
package struct IdentityProvider: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// OpenID Connect: the URL of the issuer, and for whom its tokens are meant.
    case oidc(issuer: String, audiences: Set<String>)
    case saml(name: String)
  }

  /// How the provider signs.
  package enum Signature: Sendable, Hashable {
    /// HMAC with SHA-256.
    case shared(Secret)
    /// ES256, with the private key that the SHA-256 digest of this text is.
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

  /// As trust policies name it.
  package var arn: String {
    switch kind {
    case .oidc(let issuer, _):
      "arn:aws:iam::\(account):oidc-provider/\(issuer.trimmingPrefix("https://"))"
    case .saml(let name): "arn:aws:iam::\(account):saml-provider/\(name)"
    }
  }
}

extension IdentityProvider {
  /// As the header of a JSON web token names it.
  var algorithm: String {
    switch signature {
    case .shared: "HS256"
    case .ownKey: "ES256"
    }
  }

  /// The signature of a text; throws where the seed makes no key, which hardly any does.
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
