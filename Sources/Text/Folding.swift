import Foundation
import Glibc

/// The bytes for a comparison that ignores case: lower case, accents composed.
package func folded(_ text: some StringProtocol) -> [UInt8] {
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

  /// Beyond ASCII, Unicode defines case and accents.
  private mutating func replace(from start: Int, folding text: some StringProtocol) {
    removeSubrange(start...)
    append(contentsOf: text.precomposedStringWithCanonicalMapping.lowercased().utf8)
  }
}

extension [UInt8] {
  /// True if these bytes contain the others, together and in order.
  package func holds(_ other: [UInt8]) -> Bool {
    withUnsafeBytes { hay in other.withUnsafeBytes { occurs($0, in: hay) } }
  }
}

/// The same result as memmem; that function is a GNU extension, which Swift's Glibc does not show.
private func occurs(_ needle: UnsafeRawBufferPointer, in hay: UnsafeRawBufferPointer) -> Bool {
  guard let start = needle.baseAddress, let first = needle.first else { return true }
  guard var place = hay.baseAddress else { return false }
  var left = hay.count - needle.count + 1
  while left > 0, let hit = memchr(place, CInt(first), left) {
    if memcmp(hit, start, needle.count) == 0 { return true }
    left -= UnsafeRawPointer(hit) - place + 1
    place = UnsafeRawPointer(hit) + 1
  }
  return false
}
