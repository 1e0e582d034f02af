import Glibc

extension [UInt8] {
  /// True where the other bytes stand somewhere in these, together and in order.
  package func holds(_ other: [UInt8]) -> Bool {
    withUnsafeBytes { hay in other.withUnsafeBytes { stands($0, in: hay) } }
  }
}

/// memmem's answer; that function is a GNU extension, which Swift's Glibc does not show.
private func stands(_ needle: UnsafeRawBufferPointer, in hay: UnsafeRawBufferPointer) -> Bool {
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
