import Crypto
import Foundation
package import Secrets

/// The scope in which a signature is valid: one day, one region, one service.
package struct SigningScope: Sendable, Hashable {
  /// In UTC, as `YYYYMMDD`.
  package let day: String
  package let region: String
  package let service: String

  package init(day: String, region: String, service: String) {
    self.day = day
    self.region = region
    self.service = service
  }
}

extension SigningScope: CustomStringConvertible {
  /// The scope as in the Authorization header: `20260101/us-east-1/sts/aws4_request`.
  package var description: String { "\(day)/\(region)/\(service)/aws4_request" }
}

/// The text to sign: algorithm, time, scope and the digest of the canonical request.
///
/// `stamp` is the value of `X-Amz-Date`, the time in UTC as `YYYYMMDDTHHMMSSZ`.
package func stringToSign(
  _ canonical: CanonicalRequest, stamp: String, scope: SigningScope
) -> String {
  let digest = hexadecimal(SHA256.hash(data: Array(canonical.text.utf8)))
  return [signingAlgorithm, stamp, scope.description, digest].joined(separator: "\n")
}

/// The signature, 64 hexadecimal digits, with the key that is derived for the scope.
package func signature(_ stringToSign: String, scope: SigningScope, secret: Secret) -> String {
  var key = SymmetricKey(data: Array("AWS4\(secret.revealed)".utf8))
  for part in [scope.day, scope.region, scope.service, "aws4_request"] {
    key = SymmetricKey(data: authenticationCode(part, key))
  }
  return hexadecimal(authenticationCode(stringToSign, key))
}

/// The name of Signature Version 4 in headers.
let signingAlgorithm = "AWS4-HMAC-SHA256"

private func authenticationCode(_ text: String, _ key: SymmetricKey) -> HMAC<SHA256>.MAC {
  HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: key)
}
