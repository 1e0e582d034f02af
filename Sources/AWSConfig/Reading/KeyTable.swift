/// Finds the known key that some bytes spell, in any case, without making a String of them.
struct KnownKeyTable: Sendable {
  private struct Slot {
    var key: KnownKey
    var name: Range<Int>
  }

  // Four times as many slots as keys, so that a probe seldom meets a stranger.
  private var slots = [Slot?](repeating: nil, count: 256)
  private var names: [UInt8] = []

  init() {
    for key in KnownKey.allCases {
      let start = names.count
      names += key.text.utf8
      var slot = names.withUnsafeBufferPointer { Self.slot(of: $0, start..<$0.count) }
      while slots[slot] != nil { slot = (slot + 1) & 255 }
      slots[slot] = Slot(key: key, name: start..<names.count)
    }
  }

  /// The key that `bytes[range]` spells.
  func key(_ bytes: FileBytes, _ range: Range<Int>) -> PropertyKey {
    var place = Self.slot(of: bytes, range)
    while let slot = slots[place] {
      if isSpelled(slot.name, bytes, range) { return .known(slot.key) }
      place = (place + 1) & 255
    }
    return .other(bytes.text(range).lowercased())
  }

  // FNV-1a, with the bit set that tells upper from lower case.
  private static func slot(of bytes: FileBytes, _ range: Range<Int>) -> Int {
    var hash: UInt32 = 2_166_136_261
    for index in range { hash = (hash ^ UInt32(bytes[index] | 0x20)) &* 16_777_619 }
    return Int((hash ^ hash >> 16) & 255)
  }

  private func isSpelled(_ name: Range<Int>, _ bytes: FileBytes, _ range: Range<Int>) -> Bool {
    guard name.count == range.count else { return false }
    for offset in 0..<range.count {
      let byte = bytes[range.lowerBound + offset]
      let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      guard lower == names[name.lowerBound + offset] else { return false }
    }
    return true
  }
}
