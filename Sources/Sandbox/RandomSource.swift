import Foundation

/// The source of all random values: IDs, nonces, tokens.
struct RandomSource: Sendable {
  var generator: any RandomNumberGenerator & Sendable

  mutating func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
  }

  /// A random ID in the form of a UUID, like request IDs.
  mutating func id() -> String {
    let hex = bytes(16).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
    return [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { hex[$0].joined() }.joined(separator: "-")
  }

  /// Random text for headers and URLs.
  mutating func token() -> String { base64URL(bytes(32)) }

  /// A code for people: eight consonants, so that it does not spell words.
  mutating func userCode() -> String {
    let letters = bytes(8).map { consonants[Int($0) % consonants.count] }
    return String(letters.prefix(4)) + "-" + String(letters.suffix(4))
  }
}

private let consonants = Array("BCDFGHJKLMNPQRSTVWXZ")

/// Bytes in base64url without padding, as in tokens and OAuth's challenges.
func base64URL(_ bytes: some Sequence<UInt8>) -> String {
  Data(bytes).base64EncodedString()
    .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
}

/// The bytes of base64url; nil if a character is not in its alphabet.
func bytes(base64URL text: some StringProtocol) -> [UInt8]? {
  guard !text.contains(where: { "+/=".contains($0) }) else { return nil }
  let standard = String(text).replacing("-", with: "+").replacing("_", with: "/")
  let padding = String(repeating: "=", count: (4 - standard.count % 4) % 4)
  return Data(base64Encoded: standard + padding).map(Array.init)
}
