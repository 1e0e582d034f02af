import Crypto
import Foundation
import Secrets

/// A session as it is written down before it is sealed.
private struct Written: Codable {
  var entry: String
  var accessKeyID: String
  var secretAccessKey: String
  var sessionToken: String?
  var expiration: Date?
  var accountID: String?
  var arn: String?
  var fingerprint: String
}

/// Seals a session with ChaCha20-Poly1305; nil where it cannot be encoded.
///
/// `place` is bound to the box, so that a file moved over another's name does not open.
func seal(_ session: Session, with key: SymmetricKey, at place: String) -> [UInt8]? {
  let written = Written(
    entry: session.entry, accessKeyID: session.keys.accessKeyID,
    secretAccessKey: session.keys.secretAccessKey.revealed,
    sessionToken: session.keys.sessionToken?.revealed, expiration: session.keys.expiration,
    accountID: session.keys.accountID, arn: session.arn, fingerprint: session.fingerprint)
  guard let plain = try? JSONEncoder().encode(written),
    let box = try? ChaChaPoly.seal(plain, using: key, authenticating: Data(place.utf8))
  else { return nil }
  return [UInt8](box.combined)
}

/// Opens what `seal` made; nil for anything else, damage and another key included.
func unseal(_ bytes: [UInt8], with key: SymmetricKey, at place: String) -> Session? {
  guard let box = try? ChaChaPoly.SealedBox(combined: bytes),
    let plain = try? ChaChaPoly.open(box, using: key, authenticating: Data(place.utf8)),
    let written = try? JSONDecoder().decode(Written.self, from: plain)
  else { return nil }
  let keys = Keys(
    accessKeyID: written.accessKeyID, secretAccessKey: Secret(written.secretAccessKey),
    sessionToken: written.sessionToken.map(Secret.init), expiration: written.expiration,
    accountID: written.accountID)
  return Session(
    entry: written.entry, keys: keys, arn: written.arn, fingerprint: written.fingerprint)
}
