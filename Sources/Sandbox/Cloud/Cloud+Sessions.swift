import Foundation
import Secrets

extension Cloud {
  /// New temporary keys for `caller`; they carry all that this cloud must know of them.
  mutating func keys(
    for caller: Caller, seconds: Int, at now: Date
  ) throws(Refusal) -> Keys {
    let id = accessKeyID(.temporary, account: caller.account, arbitrary: arbitrary.bytes(5))
    let end = Int(now.timeIntervalSince1970) + (faults.sessionSeconds ?? seconds)
    let session = Session(accessKeyID: id, caller: caller, end: end)
    guard let token = try? session.sealed(by: seal, nonce: arbitrary.bytes(12)) else {
      throw .internalFailure
    }
    return Keys(
      accessKeyID: id, secretAccessKey: derivedSecret(of: id, key: seal), sessionToken: token,
      expiration: Date(timeIntervalSince1970: Double(end)), accountID: caller.account)
  }

  /// The same as STS writes them.
  mutating func credentials(
    for caller: Caller, seconds: Int, at now: Date
  ) throws(Refusal) -> XMLElement {
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

extension Keys {
  /// `2026-01-06T13:00:00Z`.
  var expirationText: String { (expiration ?? .distantPast).formatted(.iso8601) }
}
