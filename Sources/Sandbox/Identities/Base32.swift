private let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

/// RFC 4648's base 32 without padding, in which AWS writes its ids and authenticator apps their seeds.
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

/// The bytes behind base 32, padded or not; nil where a character is none of its alphabet.
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
