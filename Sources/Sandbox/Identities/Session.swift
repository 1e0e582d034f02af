import AWSClient
import Crypto
import Foundation
import Secrets

/// The session of temporary credentials.
///
/// It is sealed inside the session token, so that the fake AWS needs no list of sessions, and
/// accepts earlier tokens after a restart.
struct Session: Sendable, Hashable, Codable {
  var accessKeyID: String
  var caller: Caller
  /// Whole seconds since 1970.
  var end: Int

  /// The session as a token; `nonce` must be new each time, 12 bytes.
  func sealed(by key: SymmetricKey, nonce: [UInt8]) throws -> Secret {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let text = try encoder.encode(self)
    let box = try ChaChaPoly.seal(text, using: key, nonce: ChaChaPoly.Nonce(data: nonce))
    return Secret(box.combined.base64EncodedString())
  }

  /// Nil if `token` was not sealed by `key`.
  init?(token: Secret, key: SymmetricKey) {
    guard let bytes = Data(base64Encoded: token.revealed),
      let box = try? ChaChaPoly.SealedBox(combined: bytes),
      let text = try? ChaChaPoly.open(box, using: key),
      let session = try? JSONDecoder().decode(Session.self, from: text)
    else { return nil }
    self = session
  }

  init(accessKeyID: String, caller: Caller, end: Int) {
    self.accessKeyID = accessKeyID
    self.caller = caller
    self.end = end
  }
}

/// The secret access key for an access key ID: 40 characters of an HMAC.
func derivedSecret(of accessKeyID: String, key: SymmetricKey) -> Secret {
  let code = HMAC<SHA256>.authenticationCode(for: Array(accessKeyID.utf8), using: key)
  return Secret(String(Data(code).base64EncodedString().prefix(40)))
}

extension FakeAWS {
  /// New temporary credentials for `caller`; the token contains the session.
  mutating func credentials(
    for caller: Caller, seconds: Int, at now: Date
  ) throws(FakeAWSError) -> AWSCredentials {
    let id = accessKeyID(.temporary, account: caller.account, random: randomSource.bytes(5))
    let end = Int(now.timeIntervalSince1970) + (faults.sessionSeconds ?? seconds)
    let session = Session(accessKeyID: id, caller: caller, end: end)
    guard let token = try? session.sealed(by: sealingKey, nonce: randomSource.bytes(12)) else {
      throw .internalFailure
    }
    return AWSCredentials(
      accessKeyID: id, secretAccessKey: derivedSecret(of: id, key: sealingKey), sessionToken: token,
      expiration: Date(timeIntervalSince1970: Double(end)), accountID: caller.account)
  }

  /// New temporary credentials as STS's XML element.
  mutating func credentialsElement(
    for caller: Caller, seconds: Int, at now: Date
  ) throws(FakeAWSError) -> XMLElement {
    let credentials = try credentials(for: caller, seconds: seconds, at: now)
    return XMLElement(
      "Credentials",
      [
        XMLElement("AccessKeyId", credentials.accessKeyID),
        XMLElement("SecretAccessKey", credentials.secretAccessKey.revealed),
        XMLElement("SessionToken", credentials.sessionToken?.revealed ?? ""),
        XMLElement("Expiration", credentials.expirationText),
      ])
  }
}

extension AWSCredentials {
  /// `2026-01-06T13:00:00Z`.
  var expirationText: String { (expiration ?? .distantPast).formatted(.iso8601) }
}

extension FakeAWS {
  /// The caller that signed a request; throws if the signature is not valid.
  func authenticatedCaller(of request: HTTPRequest, at now: Date) throws(FakeAWSError) -> Caller {
    let authorization = try Authorization(request)
    try authorization.checkScope()
    let token = request.headers.named("x-amz-security-token").map(Secret.init)
    let (caller, secret) = try owner(of: authorization.accessKeyID, token: token, at: now)
    guard partition(ofRegion: authorization.scope.region) == caller.partition else {
      throw .invalidToken
    }
    try authorization.checkClock(at: now)
    try authorization.checkSignature(of: request, secret: secret)
    try faults.checkRegion(authorization.scope.region, of: caller)
    return caller
  }

  private func owner(
    of accessKeyID: String, token: Secret?, at now: Date
  ) throws(FakeAWSError) -> (Caller, Secret) {
    guard let token else { return try longTermOwner(of: accessKeyID) }
    guard let session = Session(token: token, key: sealingKey), session.accessKeyID == accessKeyID
    else { throw .invalidToken }
    guard Double(session.end) > now.timeIntervalSince1970 else { throw .expiredToken }
    return (session.caller, derivedSecret(of: accessKeyID, key: sealingKey))
  }

  private func longTermOwner(of accessKeyID: String) throws(FakeAWSError) -> (Caller, Secret) {
    for user in users {
      guard let keys = user.accessKeys.first(where: { $0.accessKeyID == accessKeyID }) else {
        continue
      }
      return (Caller(identity: .user(arn: user.arn)), keys.secretAccessKey)
    }
    throw .invalidToken
  }
}
