/// Bytes in AWS's percent-encoding: all but `A-Z a-z 0-9 - . _ ~` as `%XX`, in upper case.
package func percentEncoded(_ bytes: some Sequence<UInt8>) -> String {
  encoded(bytes) { byte in isUnreserved(byte) ? nil : percentEscape(byte) }
}

/// The encoding of form bodies: like `percentEncoded`, with `+` for a space.
func formEncoded(_ text: String) -> String {
  encoded(text.utf8) { byte in
    if byte == UInt8(ascii: " ") { return [UInt8(ascii: "+")] }
    return isUnreserved(byte) ? nil : percentEscape(byte)
  }
}

/// The decoded bytes of a percent-encoded text.
///
/// A `%` without two hexadecimal digits after it is kept.
func percentDecoded(_ text: some StringProtocol) -> [UInt8] {
  var bytes: [UInt8] = []
  var rest = text.utf8[...]
  while let byte = rest.popFirst() {
    let escape = rest.prefix(2)
    if byte == UInt8(ascii: "%"), escape.count == 2, escape.allSatisfy(isHexDigit),
      let value = UInt8(String(decoding: escape, as: UTF8.self), radix: 16)
    {
      bytes.append(value)
      rest = rest.dropFirst(2)
    } else {
      bytes.append(byte)
    }
  }
  return bytes
}

/// Bytes as lower-case hexadecimal digits.
package func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  var text: [UInt8] = []
  for byte in bytes {
    text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }
  return String(decoding: text, as: UTF8.self)
}

private func encoded(
  _ bytes: some Sequence<UInt8>, replacing replacement: (UInt8) -> [UInt8]?
) -> String {
  var text: [UInt8] = []
  for byte in bytes {
    text += replacement(byte) ?? [byte]
  }
  return String(decoding: text, as: UTF8.self)
}

private func percentEscape(_ byte: UInt8) -> [UInt8] {
  let digits = Array("0123456789ABCDEF".utf8)
  return [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
}

private func isUnreserved(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
    UInt8(ascii: "_"), UInt8(ascii: "~"):
    true
  default: false
  }
}

private func isHexDigit(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "F"),
    UInt8(ascii: "a")...UInt8(ascii: "f"):
    true
  default: false
  }
}
