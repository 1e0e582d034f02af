import Crypto

/// The SHA-256 digest of a text, as 64 hex digits.
package func sha256(_ text: String) -> String {
  hex(SHA256.hash(data: Array(text.utf8)))
}

/// The SHA-1 digest of a text, as 40 hex digits: the AWS CLI names its cache files so.
package func sha1(_ text: String) -> String {
  hex(Insecure.SHA1.hash(data: Array(text.utf8)))
}

private func hex(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  return String(
    decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
