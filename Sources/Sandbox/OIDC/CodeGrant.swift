import Crypto
import Foundation

/// A code on its way from the browser to the program that waits on loopback.
struct CodeGrant: Sendable, Hashable {
  let client: String
  let person: Person
  /// With the port.
  let redirect: String
  let challenge: String
  let end: Date

  /// Whether the verifier is of a right length and letters, and its digest is the challenge (RFC 7636).
  func isProven(by verifier: String) -> Bool {
    (43...128).contains(verifier.utf8.count) && verifier.utf8.allSatisfy(isUnreserved)
      && base64URL(SHA256.hash(data: Array(verifier.utf8))) == challenge
  }
}

private func isUnreserved(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "a")...UInt8(ascii: "z"):
    true
  default: "-._~".utf8.contains(byte)
  }
}
