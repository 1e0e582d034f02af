// White space is what Python's str.strip takes for it, since that is what the AWS CLI reads with.

/// The bytes of a file while it is being read; the array they belong to outlives every use.
typealias FileBytes = UnsafeBufferPointer<UInt8>

extension FileBytes {
  /// How many bytes the white space at `index` has; 0 where none stands there.
  func whitespace(at index: Int, before end: Int) -> Int {
    guard index < end else { return 0 }
    let byte = self[index]
    if byte < 0x80 { return byte.isWhitespace ? 1 : 0 }
    if byte == 0xC2, index + 1 < end { return isWide([0xC2, self[index + 1]]) ? 2 : 0 }
    guard index + 2 < end, byte == 0xE1 || byte == 0xE2 || byte == 0xE3 else { return 0 }
    return isWide([byte, self[index + 1], self[index + 2]]) ? 3 : 0
  }

  /// How many bytes the white space that ends at `end` has.
  func whitespace(endingAt end: Int, from start: Int) -> Int {
    guard end > start else { return 0 }
    if self[end - 1] < 0x80 { return self[end - 1].isWhitespace ? 1 : 0 }
    for length in 2...3 where end - length >= start {
      if whitespace(at: end - length, before: end) == length { return length }
    }
    return 0
  }

  /// `range` without the white space at both its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    guard let first = range.first, let last = range.last else { return range }
    if self[first].isVisibleASCII, self[last].isVisibleASCII { return range }
    var start = range.lowerBound
    while case let length = whitespace(at: start, before: range.upperBound), length > 0 {
      start += length
    }
    var end = range.upperBound
    while case let length = whitespace(endingAt: end, from: start), length > 0 { end -= length }
    return start..<end
  }

  /// `range` as text; the reader has seen to it that it is UTF-8.
  func text(_ range: Range<Int>) -> String {
    String(decoding: FileBytes(rebasing: self[range]), as: UTF8.self)
  }

  private func isWide(_ bytes: [UInt8]) -> Bool {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.first?.properties.isWhitespace == true
  }
}

extension UInt8 {
  /// True for what is ASCII and surely no white space.
  fileprivate var isVisibleASCII: Bool {
    self > 0x20 && self < 0x80
  }

  /// True for ASCII's white space, its four separators included.
  var isWhitespace: Bool {
    self == 0x20 || (0x09...0x0D).contains(self) || (0x1C...0x1F).contains(self)
  }
}
