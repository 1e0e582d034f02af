/// RFC 4648, padded: the usual alphabet (section 4), or the one for URLs (section 5).
func base64(_ bytes: [UInt8], forURL: Bool = false) -> String {
  let alphabet = Array(
    ("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789" + (forURL ? "-_" : "+/"))
      .utf8)
  var out: [UInt8] = []
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let group = bytes[start...].prefix(3)
    let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
    let digits = (0..<4).map { alphabet[bits >> (18 - 6 * $0) & 63] }
    out +=
      digits.prefix(group.count + 1) + Array(repeating: UInt8(ascii: "="), count: 3 - group.count)
  }
  return String(decoding: out, as: UTF8.self)
}
