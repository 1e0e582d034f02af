import Foundation
import Secrets

extension Cloud {
  /// New temporary credentials for `caller`, as STS writes them.
  mutating func credentials(
    for caller: Caller, seconds: Int, at now: Date
  ) throws(Refusal) -> XMLElement {
    let id = accessKeyID(.temporary, account: caller.account, arbitrary: arbitraryBytes(5))
    let end = Int(now.timeIntervalSince1970) + seconds
    let session = Session(accessKeyID: id, caller: caller, end: end)
    guard let token = try? session.sealed(by: seal, nonce: arbitraryBytes(12)) else {
      throw .internalFailure
    }
    let expiration = Date(timeIntervalSince1970: Double(end)).formatted(.iso8601)
    return XMLElement(
      "Credentials",
      [
        XMLElement("AccessKeyId", id),
        XMLElement("SecretAccessKey", derivedSecret(of: id, key: seal).revealed),
        XMLElement("SessionToken", token.revealed),
        XMLElement("Expiration", expiration),
      ])
  }
}
