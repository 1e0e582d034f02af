/// A text to search: UTF-8 in memory that must stay valid meanwhile.
struct SearchedText {
  let bytes: UnsafeBufferPointer<UInt8>
  let isASCII: Bool

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    isASCII = bytes.areASCII
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>, isASCII: Bool) {
    self.bytes = bytes
    self.isASCII = isASCII
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Without an early exit the compiler can process many bytes at once.
  var areASCII: Bool { reduce(UInt8(0), |) < 0x80 }
}

/// The characters of a text in the form that a term compares.
protocol Characters {
  var count: Int { get }
  /// The character, folded as the term requires.
  func character(_ index: Int) -> UInt32
  /// The `CharacterClass` of the character as written.
  func characterClass(_ index: Int) -> UInt8
}

extension Characters {
  @inline(__always)
  func isWhite(_ index: Int) -> Bool { characterClass(index) == CharacterClass.white.rawValue }

  var leadingWhite: Int {
    var index = 0
    while index < count, isWhite(index) { index += 1 }
    return index
  }

  var trailingWhite: Int {
    var index = count
    while index > 0, isWhite(index - 1) { index -= 1 }
    return count - index
  }
}

/// ASCII bytes, folded by tables.
struct ASCIICharacters: Characters {
  let bytes: UnsafeBufferPointer<UInt8>
  let folding: UnsafePointer<UInt8>
  let classes: UnsafePointer<UInt8>

  @inline(__always) var count: Int { bytes.count }
  @inline(__always) func character(_ index: Int) -> UInt32 { UInt32(folding[Int(bytes[index])]) }
  @inline(__always) func characterClass(_ index: Int) -> UInt8 { classes[Int(bytes[index])] }
}

/// Characters beyond ASCII, decoded and folded in a matcher's memory.
struct WideCharacters: Characters {
  let folded: UnsafePointer<UInt32>
  let classes: UnsafePointer<UInt8>
  let count: Int

  @inline(__always) func character(_ index: Int) -> UInt32 { folded[index] }
  @inline(__always) func characterClass(_ index: Int) -> UInt8 { classes[index] }
}
