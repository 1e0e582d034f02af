import Foundation

/// The bytes that a text is compared by where case does not matter: lower case, accents composed.
func folded(_ text: some StringProtocol) -> [UInt8] {
  var bytes: [UInt8] = []
  bytes.append(folding: text)
  return bytes
}

extension [UInt8] {
  /// Appends a text's folded bytes.
  mutating func append(folding text: some StringProtocol) {
    let start = count
    append(contentsOf: text.utf8)
    for index in start..<count {
      switch self[index] {
      case 0x41...0x5A: self[index] |= 0x20
      case 0x80...: return replace(from: start, folding: text)
      default: continue
      }
    }
  }

  /// Beyond ASCII case and accents are Unicode's business.
  private mutating func replace(from start: Int, folding text: some StringProtocol) {
    removeSubrange(start...)
    append(contentsOf: text.precomposedStringWithCanonicalMapping.lowercased().utf8)
  }
}
