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
