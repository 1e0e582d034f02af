/// A line of a file: where its text stands in the bytes, without the white space around it.
struct Line {
  var number: Int
  var text: Range<Int>
  /// How many characters of white space stand before the text.
  var indent: Int
  var isUTF8: Bool
}

/// Takes a file apart into lines, which end in LF, CRLF or a lone CR.
struct LineCursor {
  private let bytes: FileBytes
  /// Where the next line begins.
  private(set) var position: Int
  private var number = 0

  /// Starts at the beginning, behind a byte order mark.
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
    // The bytes that begin a character: all but the continuation bytes of UTF-8.
    range.count { bytes[$0] & 0xC0 != 0x80 }
  }
}
