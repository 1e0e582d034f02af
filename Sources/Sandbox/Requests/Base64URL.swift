import Foundation

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
