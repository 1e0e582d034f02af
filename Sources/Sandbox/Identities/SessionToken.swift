import Crypto
import Foundation
import Secrets

/// What is known of temporary credentials.
///
/// It travels inside the session token, sealed, so that the cloud keeps no list of sessions and one
/// that is started anew still knows those that it gave out before.
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

  /// Nil where `token` was not sealed by `key`.
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

/// The secret access key that belongs to an access key id: 40 characters of an HMAC.
func derivedSecret(of accessKeyID: String, key: SymmetricKey) -> Secret {
  let code = HMAC<SHA256>.authenticationCode(for: Array(accessKeyID.utf8), using: key)
  return Secret(String(Data(code).base64EncodedString().prefix(40)))
}
