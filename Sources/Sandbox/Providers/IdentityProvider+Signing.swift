import Crypto
import Foundation
import Secrets

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
