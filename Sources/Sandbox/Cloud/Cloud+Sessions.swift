import Foundation
import Secrets

extension FakeAWS {
  /// New temporary keys for `caller`; they carry all that this cloud must know of them.
  mutating func keys(
    for caller: Caller, seconds: Int, at now: Date
  ) throws(FakeAWSError) -> AWSCredentials {
    let id = accessKeyID(.temporary, account: caller.account, arbitrary: randomSource.bytes(5))
    let end = Int(now.timeIntervalSince1970) + (faults.sessionSeconds ?? seconds)
    let session = Session(accessKeyID: id, caller: caller, end: end)
    guard let token = try? session.sealed(by: sealingKey, nonce: randomSource.bytes(12)) else {
      throw .internalFailure
    }
    return AWSCredentials(
      accessKeyID: id, secretAccessKey: derivedSecret(of: id, key: sealingKey), sessionToken: token,
      expiration: Date(timeIntervalSince1970: Double(end)), accountID: caller.account)
  }

  /// The same as STS writes them.
  mutating func credentials(
    for caller: Caller, seconds: Int, at now: Date
  ) throws(FakeAWSError) -> XMLElement {
    let keys = try keys(for: caller, seconds: seconds, at: now)
    return XMLElement(
      "Credentials",
      [
        XMLElement("AccessKeyId", keys.accessKeyID),
        XMLElement("SecretAccessKey", keys.secretAccessKey.revealed),
        XMLElement("SessionToken", keys.sessionToken?.revealed ?? ""),
        XMLElement("Expiration", keys.expirationText),
      ])
  }
}

extension AWSCredentials {
  /// `2026-01-06T13:00:00Z`.
  var expirationText: String { (expiration ?? .distantPast).formatted(.iso8601) }
}
