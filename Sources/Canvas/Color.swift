/// A colour as asked for; the terminal's palette decides what it can show of it.
package enum Color: Sendable, Hashable {
  /// The terminal's own foreground or background.
  case standard
  /// One of the terminal's 16 ANSI colours, which the user's terminal theme decides.
  case ansi(UInt8)
  case rgb(UInt8, UInt8, UInt8)
}

extension Color {
  /// The colour that `rrggbb`, with or without a leading `#`, stands for.
  package init?(hex: some StringProtocol) {
    // Bytes of a concrete type: generic text costs a microsecond, ten thousand times at every start.
    let bytes = Array(String(hex).utf8)
    let digits = bytes.first == UInt8(ascii: "#") ? bytes.dropFirst() : bytes[...]
    guard digits.count == 6, digits.allSatisfy(\.isHexDigit) else { return nil }
    // The low four bits of a letter are its place in the alphabet, and only letters have bit 6.
    let value = digits.reduce(0) { $0 << 4 | Int($1 & 0xF) + Int($1 >> 6) * 9 }
    self = .rgb(UInt8(value >> 16 & 255), UInt8(value >> 8 & 255), UInt8(value & 255))
  }

  /// The colour as `#rrggbb`; nil where the terminal's theme decides.
  package var hex: String? {
    guard case .rgb(let red, let green, let blue) = self else { return nil }
    let digits = [red >> 4, red & 15, green >> 4, green & 15, blue >> 4, blue & 15]
    return String(decoding: [UInt8(ascii: "#")] + digits.map(hexDigit), as: UTF8.self)
  }
}

private func hexDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
}

extension UInt8 {
  /// True for 0-9, a-f and A-F.
  package var isHexDigit: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
    default: false
    }
  }
}
