import Crypto
import Foundation
import Secrets

/// Seals a session with ChaCha20-Poly1305; nil where that fails.
///
/// `place` is bound to the box, so that a file moved over another's name does not open.
func seal(_ session: Session, with key: SymmetricKey, at place: String) -> [UInt8]? {
  let plain = packed(session.fields)
  guard let box = try? ChaChaPoly.seal(plain, using: key, authenticating: Array(place.utf8)) else {
    return nil
  }
  return [UInt8](box.combined)
}

/// Opens what `seal` made; nil for anything else, damage and another key included.
func unseal(_ bytes: [UInt8], with key: SymmetricKey, at place: String) -> Session? {
  guard let box = try? ChaChaPoly.SealedBox(combined: bytes),
    let plain = try? ChaChaPoly.open(box, using: key, authenticating: Array(place.utf8)),
    let fields = unpacked(plain)
  else { return nil }
  return Session(fields)
}

extension Session {
  fileprivate var fields: [String?] {
    [
      entry, fingerprint, keys.accessKeyID, keys.secretAccessKey.revealed,
      keys.sessionToken?.revealed, packedTime(keys.expiration), keys.accountID, arn, login,
      packedTime(obtained), packedTime(obtainedHere),
    ]
  }

  fileprivate init?(_ fields: [String?]) {
    // Without the last one by versions before 0.2.
    guard fields.count == 10 || fields.count == 11, let entry = fields[0],
      let fingerprint = fields[1],
      let id = fields[2], let secret = fields[3]
    else { return nil }
    let end = unpackedTime(fields[5])
    guard end != nil || fields[5] == nil else { return nil }
    let keys = AWSCredentials(
      accessKeyID: id, secretAccessKey: Secret(secret), sessionToken: fields[4].map(Secret.init),
      expiration: end, accountID: fields[6])
    self.init(
      entry: entry, keys: keys, arn: fields[7], fingerprint: fingerprint, login: fields[8],
      obtained: unpackedTime(fields[9]),
      obtainedHere: fields.count > 10 ? unpackedTime(fields[10]) : nil)
  }
}

/// A time to its last bit.
private func packedTime(_ time: Date?) -> String? {
  (time?.timeIntervalSinceReferenceDate.bitPattern).map { String($0) }
}

/// Nil for what no service of AWS's gives.
private func unpackedTime(_ text: String?) -> Date? {
  let date = text.flatMap { UInt64($0) }
    .map { Date(timeIntervalSinceReferenceDate: Double(bitPattern: $0)) }
  return date.flatMap { 0..<253_402_300_800 ~= $0.timeIntervalSince1970 ? $0 : nil }
}
