import Foundation

/// Where all that is arbitrary comes from: ids, nonces, tokens.
struct RandomSource: Sendable {
  var generator: any RandomNumberGenerator & Sendable

  mutating func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
  }

  /// In the form of a UUID, as request ids are.
  mutating func id() -> String {
    let hex = bytes(16).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
    return [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { hex[$0].joined() }.joined(separator: "-")
  }

  /// Random text, fit for a header and a URL.
  mutating func token() -> String { base64URL(bytes(32)) }

  /// A code that people read aloud: eight consonants, so that it spells nothing.
  mutating func userCode() -> String {
    let letters = bytes(8).map { consonants[Int($0) % consonants.count] }
    return String(letters.prefix(4)) + "-" + String(letters.suffix(4))
  }
}

private let consonants = Array("BCDFGHJKLMNPQRSTVWXZ")

/// Bytes in the base64 of URLs, without padding, as tokens and OAuth's challenges have it.
func base64URL(_ bytes: some Sequence<UInt8>) -> String {
  Data(bytes).base64EncodedString()
    .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
}

/// The bytes behind the base64 of URLs; nil where a character is none of its alphabet.
func bytes(base64URL text: some StringProtocol) -> [UInt8]? {
  guard !text.contains(where: { "+/=".contains($0) }) else { return nil }
  let standard = String(text).replacing("-", with: "+").replacing("_", with: "/")
  let padding = String(repeating: "=", count: (4 - standard.count % 4) % 4)
  return Data(base64Encoded: standard + padding).map(Array.init)
}
