import Crypto

/// The first four letters of an access key ID, for long-term or temporary credentials.
enum AccessKeyPrefix: String {
  case longTerm = "AKIA"
  case temporary = "ASIA"
}

/// An access key ID: the prefix, then the account and five random bytes in base32.
///
/// AWS's own IDs contain their account as well, in another form.
func accessKeyID(_ prefix: AccessKeyPrefix, account: String, random: [UInt8]) -> String {
  let number = UInt64(account) ?? 0
  let accountBytes = (0..<5).map { UInt8(truncatingIfNeeded: number >> (32 - 8 * $0)) }
  return prefix.rawValue + base32(accountBytes + random.prefix(5))
}

/// The account in an access key ID; nil if the fake AWS did not make it.
func account(ofAccessKeyID id: String) -> String? {
  guard AccessKeyPrefix(rawValue: String(id.prefix(4))) != nil,
    let bytes = bytes(base32: String(id.dropFirst(4))), bytes.count == 10
  else { return nil }
  let digits = String(bytes.prefix(5).reduce(0 as UInt64) { $0 << 8 | UInt64($1) })
  guard digits.count <= 12 else { return nil }
  return String(repeating: "0", count: 12 - digits.count) + digits
}

/// The unique ID of a user (`AIDA…`) or a role (`AROA…`), always the same for an ARN.
func uniqueID(_ prefix: String, of arn: String) -> String {
  prefix + base32(SHA256.hash(data: Array(arn.utf8))).prefix(17)
}

private let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

/// RFC 4648's base32 without padding, the format of AWS's IDs and of authenticator apps' seeds.
func base32(_ bytes: some Sequence<UInt8>) -> String {
  var text: [UInt8] = []
  var (pending, bits) = (0, 0)
  for byte in bytes {
    (pending, bits) = (pending << 8 | Int(byte), bits + 8)
    while bits >= 5 {
      bits -= 5
      text.append(alphabet[pending >> bits & 31])
    }
    pending &= (1 << bits) - 1
  }
  if bits > 0 { text.append(alphabet[pending << (5 - bits) & 31]) }
  return String(decoding: text, as: UTF8.self)
}

/// The bytes of base32, with or without padding; nil if a character is not in its alphabet.
func bytes(base32 text: String) -> [UInt8]? {
  var bytes: [UInt8] = []
  var (pending, bits) = (0, 0)
  for character in text.uppercased().utf8 where character != UInt8(ascii: "=") {
    guard let digit = alphabet.firstIndex(of: character) else { return nil }
    (pending, bits) = (pending << 5 | digit, bits + 5)
    guard bits >= 8 else { continue }
    bits -= 8
    bytes.append(UInt8(pending >> bits))
    pending &= (1 << bits) - 1
  }
  return bytes
}
