import Accounts

/// A line of a file: the place of its text in the bytes, without the white space around it.
struct Line {
  var number: Int
  var text: Range<Int>
  /// The number of white space characters before the text.
  var indent: Int
  var isUTF8: Bool
}

/// Splits a file into lines, which end in LF, CRLF or a single CR.
struct LineCursor {
  private let bytes: FileBytes
  /// The start of the next line.
  private(set) var position: Int
  private var number = 0

  /// Starts at the beginning, after a byte order mark.
  init(_ bytes: FileBytes) {
    self.bytes = bytes
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  mutating func next() -> Line? {
    guard position < bytes.count else { return nil }
    let start = position
    let (end, isASCII) = lineEnd(from: start)
    position = end
    if position < bytes.count {
      let isCRLF =
        bytes[position] == 0x0D && position + 1 < bytes.count
        && bytes[position + 1] == 0x0A
      position += isCRLF ? 2 : 1
    }
    number += 1
    return line(start..<end, isASCII: isASCII)
  }

  private func lineEnd(from start: Int) -> (end: Int, isASCII: Bool) {
    var end = start
    var everyBit: UInt8 = 0
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D {
      everyBit |= bytes[end]
      end += 1
    }
    return (end, everyBit < 0x80)
  }

  private func line(_ range: Range<Int>, isASCII: Bool) -> Line {
    let text = bytes.trimmed(range)
    let isUTF8 = isASCII || String(validating: bytes[range], as: UTF8.self) != nil
    return Line(
      number: number, text: text, indent: indent(range.lowerBound..<text.lowerBound),
      isUTF8: isUTF8)
  }

  private func indent(_ range: Range<Int>) -> Int {
    // Counts the bytes that begin a character: all but the continuation bytes of UTF-8.
    range.count { bytes[$0] & 0xC0 != 0x80 }
  }
}

/// A line of a file with the meaning that the reader gave it, for edits of single lines.
struct PlacedLine {
  enum Role: Hashable {
    case header
    /// A property's first line, and the place of its value in the file.
    case property(PropertyKey, value: Range<Int>)
    /// A further line of a property's value.
    case continuation(PropertyKey)
    /// A blank line, a comment, or a line that cannot be read.
    case other
  }

  var number: Int
  /// Its bytes, including the line break.
  var whole: Range<Int>
  /// Its bytes without the white space around them.
  var text: Range<Int>
  /// The section that it belongs to, and the line of that section's header.
  var section: (name: String, line: Int)?
  var role: Role

  /// A line that the reader has just processed.
  init(_ line: Line, whole: Range<Int>, after reader: FileReader) {
    number = line.number
    self.whole = whole
    text = line.text
    section = reader.section.map { ($0.name, $0.origin.line) }
    if section?.line == line.number {
      role = .header
    } else if let property = reader.property, property.line == line.number {
      role = .property(property.key, value: property.first)
    } else if let property = reader.property, property.lastLine == line.number {
      role = .continuation(property.key)
    } else {
      role = .other
    }
  }

  /// The key that the line sets or continues.
  var key: PropertyKey? {
    switch role {
    case .property(let key, _), .continuation(let key): key
    case .header, .other: nil
    }
  }
}

// White space is defined as in Python's str.strip, which the AWS CLI uses.

/// The bytes of a file while it is read; their array exists longer than every use.
typealias FileBytes = UnsafeBufferPointer<UInt8>

extension FileBytes {
  /// The number of bytes of the white space character at `index`; 0 if there is none.
  func whitespace(at index: Int, before end: Int) -> Int {
    guard index < end else { return 0 }
    let byte = self[index]
    if byte < 0x80 { return byte.isWhitespace ? 1 : 0 }
    if byte == 0xC2, index + 1 < end { return isWide([0xC2, self[index + 1]]) ? 2 : 0 }
    guard index + 2 < end, byte == 0xE1 || byte == 0xE2 || byte == 0xE3 else { return 0 }
    return isWide([byte, self[index + 1], self[index + 2]]) ? 3 : 0
  }

  /// The number of bytes of the white space character that ends at `end`; 0 if there is none.
  func whitespace(endingAt end: Int, from start: Int) -> Int {
    guard end > start else { return 0 }
    if self[end - 1] < 0x80 { return self[end - 1].isWhitespace ? 1 : 0 }
    for length in 2...3 where end - length >= start {
      if whitespace(at: end - length, before: end) == length { return length }
    }
    return 0
  }

  /// `range` without the white space at both ends.
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

  /// `range` as text; the reader has checked that it is UTF-8.
  func text(_ range: Range<Int>) -> String {
    String(decoding: FileBytes(rebasing: self[range]), as: UTF8.self)
  }

  private func isWide(_ bytes: [UInt8]) -> Bool {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.first?.properties.isWhitespace == true
  }
}

extension UInt8 {
  /// True for visible ASCII characters, which are not white space.
  fileprivate var isVisibleASCII: Bool {
    self > 0x20 && self < 0x80
  }

  /// True for ASCII white space, including the four separators.
  var isWhitespace: Bool {
    self == 0x20 || (0x09...0x0D).contains(self) || (0x1C...0x1F).contains(self)
  }
}
