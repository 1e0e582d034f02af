extension TerminfoEntry {
  /// The entry in the file format, always with 32-bit numbers.
  package var encoded: [UInt8] {
    var out: [UInt8] = []
    let sizes = [
      names.count, booleans.count, numbers.count, strings.offsets.count, strings.bytes.count,
    ]
    out.append(shorts: [Self.largeNumbers] + sizes)
    out += names + booleans
    out.align()
    out.append(longs: numbers)
    out.append(shorts: strings.offsets.map(Int.init))
    out += strings.bytes
    out.align()
    out.append(extended)
    return out
  }

  /// The entry as a value of `TERMINFO` in place of a folder (ncurses 6.1, terminfo(5)): base64 in
  /// the URL alphabet.
  ///
  /// Any other alphabet is silently refused.
  package var asEnvironmentValue: String {
    "b64:" + base64(encoded, forURL: true)
  }
}

extension [UInt8] {
  fileprivate mutating func append(_ extended: TerminfoEntry.Extended) {
    let strings = extended.strings
    append(shorts: [
      extended.booleans.count, extended.numbers.count, strings.offsets.count,
      strings.offsets.count + extended.nameOffsets.count, strings.bytes.count,
    ])
    self += extended.booleans
    align()
    append(longs: extended.numbers)
    append(shorts: (strings.offsets + extended.nameOffsets).map(Int.init))
    self += strings.bytes
  }

  fileprivate mutating func align() {
    if count % 2 == 1 { append(0) }
  }

  fileprivate mutating func append(shorts: [Int]) {
    for value in shorts {
      append(UInt8(truncatingIfNeeded: value))
      append(UInt8(truncatingIfNeeded: value >> 8))
    }
  }

  fileprivate mutating func append(longs: [Int32]) {
    for value in longs { append(shorts: [Int(value), Int(value >> 16)]) }
  }
}

/// Base64 with padding (RFC 4648) in the usual alphabet (section 4), or the one for URLs (section
/// 5).
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
