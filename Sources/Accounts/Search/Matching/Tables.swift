/// What is looked up for each character, as plain memory: the matcher asks a hundred million times a second.
struct ByteTables: ~Copyable {
  /// By byte: itself, and in lower case.
  let same = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
  let lower = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
  /// A `CharacterClass` by byte.
  let classes = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
  /// By the class before, times 8, and the class here.
  let bonuses = UnsafeMutablePointer<Int16>.allocate(capacity: 64)

  init() {
    for byte in 0..<256 {
      same[byte] = UInt8(byte)
      lower[byte] = 0x41...0x5A ~= byte ? UInt8(byte) | 0x20 : UInt8(byte)
      classes[byte] = CharacterClass(UInt32(byte)).rawValue
    }
    bonuses.initialize(repeating: 0, count: 64)
    for before in CharacterClass.allCases {
      for here in CharacterClass.allCases {
        bonuses[Int(before.rawValue * 8 + here.rawValue)] = ScoreRules.bonus(
          after: before, at: here)
      }
    }
  }

  deinit {
    same.deallocate()
    lower.deallocate()
    classes.deallocate()
    bonuses.deallocate()
  }

  @inline(__always)
  func bonus(after before: UInt8, at here: UInt8) -> Int16 {
    bonuses[Int(before) * 8 + Int(here)]
  }
}
