package import Foundation
package import Secrets

extension FakeAWS {
  /// A session of a role for the subject of an OpenID Connect token; the request is not signed.
  mutating func assumeRoleWithWebIdentity(
    _ parameters: Parameters, at now: Date
  ) throws(FakeAWSError) -> Answer {
    let text = parameters["WebIdentityToken"]
    let request = try FederatedRequest(parameters, parameters.webIdentityConstraints)
    let (token, provider) = try checkedToken(text ?? "", account: ARN(request.roleARN)?.account)
    try token.checkTime(at: now)
    let role = try role(
      request, trusting: provider, subject: token.claims.sub,
      action: "sts:AssumeRoleWithWebIdentity")
    let seconds = try sessionSeconds(request.seconds, of: role, isChained: false)
    let (caller, content) = try session(
      request, of: role, named: parameters["RoleSessionName"] ?? "", seconds: seconds, at: now)
    let rest = [
      XMLElement("SubjectFromWebIdentityToken", token.claims.sub),
      XMLElement("Provider", provider.arn), XMLElement("Audience", token.claims.aud),
    ]
    return Answer(content: .xml(.assumeRoleWithWebIdentity, content + rest), caller: caller.arn)
  }

  /// The token and its provider, if the provider signed it for one of its audiences.
  private func checkedToken(
    _ text: String, account: String?
  ) throws(FakeAWSError) -> (WebIdentityToken, IdentityProvider) {
    guard let token = WebIdentityToken(text) else { throw .noToken }
    let issuer = token.claims.iss
    for provider in providers where provider.account == account {
      guard case .oidc(issuer, let audiences) = provider.kind else { continue }
      guard token.algorithm == provider.algorithm,
        provider.hasSigned(token.signed, token.signature)
      else { throw .unverified }
      guard audiences.contains(token.claims.aud) else {
        throw .invalidIdentity("Incorrect token audience")
      }
      return (token, provider)
    }
    throw .invalidIdentity("No OpenIDConnect provider found in your account for \(issuer)")
  }
}

extension Parameters {
  fileprivate var webIdentityConstraints: [Constraint] {
    [
      Constraint(
        name: "roleSessionName", value: self["RoleSessionName"], isRequired: true, length: 2...64,
        punctuation: "+=,.@-"),
      Constraint(
        name: "webIdentityToken", value: self["WebIdentityToken"], isRequired: true,
        length: 4...20000, isSecret: true),
    ]
  }
}

extension WebIdentityToken {
  fileprivate func checkTime(at now: Date) throws(FakeAWSError) {
    let seconds = Int(now.timeIntervalSince1970)
    guard claims.exp > seconds else {
      throw .expiredIdentity(
        "Token expired: current date/time \(seconds) must be before the expiration date/time "
          + "\(claims.exp)")
    }
  }
}

extension FakeAWSError {
  static func invalidIdentity(_ message: String) -> FakeAWSError {
    FakeAWSError(code: "InvalidIdentityToken", status: 400, message: message)
  }

  static func expiredIdentity(_ message: String) -> FakeAWSError {
    FakeAWSError(code: "ExpiredTokenException", status: 400, message: message)
  }

  fileprivate static let noToken = invalidIdentity(
    "The ID Token provided is not a valid JWT. "
      + "(You may see this error if you sent an Access Token)")

  fileprivate static let unverified = invalidIdentity(
    "Couldn't retrieve verification key from your identity provider,  "
      + "please reference AssumeRoleWithWebIdentity documentation for requirements")
}

/// The parts of a JSON web token of an OpenID Connect provider.
struct WebIdentityToken: Sendable {
  struct Claims: Sendable, Codable {
    var iss, sub, aud: String
    /// Seconds since 1970.
    var exp, iat: Int
  }

  let claims: Claims
  let algorithm: String
  /// The signed text: header and claims as received.
  let signed: Substring
  let signature: [UInt8]

  /// Nil if the text is not such a token.
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
  /// A token for `subject`; `audience` nil stands for one of the provider's audiences.
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
