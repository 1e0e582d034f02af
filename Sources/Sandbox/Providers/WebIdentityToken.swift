package import Foundation
package import Secrets

/// A JSON web token of an OpenID Connect provider, taken apart.
struct WebIdentityToken: Sendable {
  struct Claims: Sendable, Codable {
    var iss, sub, aud: String
    /// Seconds since 1970.
    var exp, iat: Int
  }

  let claims: Claims
  let algorithm: String
  /// What was signed: header and claims as they came.
  let signed: Substring
  let signature: [UInt8]

  /// Nil where the text is no such token.
  init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, let header = decoded(parts[0], as: Header.self),
      let claims = decoded(parts[1], as: Claims.self), let signature = bytes(base64URL: parts[2])
    else { return nil }
    self.claims = claims
    self.signature = signature
    algorithm = header.alg
    signed = text.dropLast(parts[2].count + 1)
  }
}

private struct Header: Codable {
  var alg: String
  var typ = "JWT"
}

private func decoded<Part: Decodable>(_ text: Substring, as type: Part.Type) -> Part? {
  bytes(base64URL: text).flatMap { try? JSONDecoder().decode(type, from: Data($0)) }
}

extension IdentityProvider {
  /// A token that says that `subject` is there; `audience` nil means one that the provider is known for.
  package func webIdentityToken(
    subject: String, audience: String? = nil, at now: Date, seconds: Int = 3600
  ) throws -> Secret {
    guard case .oidc(let issuer, let audiences) = kind else { return Secret("") }
    let start = Int(now.timeIntervalSince1970)
    let claims = WebIdentityToken.Claims(
      iss: issuer, sub: subject, aud: audience ?? audiences.sorted().first ?? "",
      exp: start + seconds, iat: start)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let text = try [encoder.encode(Header(alg: algorithm)), encoder.encode(claims)]
      .map { base64URL($0) }.joined(separator: ".")
    return Secret(text + "." + base64URL(try sign(text)))
  }
}
