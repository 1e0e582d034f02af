import AWSClient
import Crypto
import Foundation
import Secrets

/// The value of the DPoP header, which proves possession of a login's key (RFC 9449).
///
/// It is a JWT for one method, URL and time. Nil if `key` is not a private key. `id` must be
/// unique.
func dpopProof(
  of key: Secret, for request: HTTPRequest, at date: Date, id: String
) -> String? {
  guard let key = dpopPrivateKey(key) else { return nil }
  let claims = Claims(
    htm: request.method, htu: request.url, iat: Int64(date.timeIntervalSince1970), jti: id)
  guard let header = encodedPart(Header(key.publicKey)), let payload = encodedPart(claims) else {
    return nil
  }
  let signed = "\(header).\(payload)"
  guard let signature = try? key.signature(for: Data(signed.utf8)) else { return nil }
  return "\(signed).\(base64URL(signature.rawRepresentation))"
}

/// The key in a PEM text in the format of SEC1 or PKCS8; nil if there is none.
func dpopPrivateKey(_ pem: Secret) -> P256.Signing.PrivateKey? {
  try? P256.Signing.PrivateKey(pemRepresentation: pem.revealed)
}

private struct Header: Encodable {
  struct Key: Encodable {
    var kty = "EC"
    var crv = "P-256"
    var x, y: String
  }
  var typ = "dpop+jwt"
  var alg = "ES256"
  var jwk: Key

  init(_ key: P256.Signing.PublicKey) {
    let point = key.rawRepresentation
    jwk = Key(x: base64URL(point.prefix(32)), y: base64URL(point.suffix(32)))
  }
}

private struct Claims: Encodable {
  var htm, htu: String
  var iat: Int64
  var jti: String
}

private func encodedPart(_ value: some Encodable) -> String? {
  let encoder = JSONEncoder()
  encoder.outputFormatting = .withoutEscapingSlashes
  return (try? encoder.encode(value)).map { base64URL($0) }
}
