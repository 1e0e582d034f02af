/// A place in a text that is known to be UTF-8, and the small steps that a reader of XML takes from it.
struct XMLReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { position == bytes.count }

  /// True where the text goes on so.
  func isNext(_ text: String) -> Bool {
    bytes[position...].starts(with: text.utf8)
  }

  /// Passes over a text; false, and no step taken, where the text goes on otherwise.
  mutating func skip(_ text: String) -> Bool {
    guard isNext(text) else { return false }
    position += text.utf8.count
    return true
  }

  /// Passes over blanks; false where there are none.
  @discardableResult
  mutating func skipBlanks() -> Bool {
    let start = position
    while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) {
      position += 1
    }
    return position > start
  }

  /// The text before the next `end`, which is passed over, too; throws where there is none.
  mutating func until(_ end: String) throws(ResponseError) -> String {
    let end = Array(end.utf8)
    var stop = position
    while stop < bytes.count, !bytes[stop...].starts(with: end) { stop += 1 }
    guard stop < bytes.count else { throw .notXML }
    defer { position = stop + end.count }
    return String(decoding: bytes[position..<stop], as: UTF8.self)
  }

  /// The text before the next such character, or before the end.
  mutating func upToNext(_ character: Unicode.Scalar) -> String {
    let stop = bytes[position...].firstIndex(of: UInt8(ascii: character)) ?? bytes.count
    defer { position = stop }
    return String(decoding: bytes[position..<stop], as: UTF8.self)
  }

  /// A name; throws where there is none.
  mutating func name() throws(ResponseError) -> String {
    let start = position
    while position < bytes.count, isNamePart(bytes[position], first: position == start) {
      position += 1
    }
    guard position > start else { throw .notXML }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }
}

/// Letters, digits and the signs that names may have (XML 1.0, 2.3); every character beyond ASCII counts as a letter.
private func isNamePart(_ byte: UInt8, first: Bool) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "_"), UInt8(ascii: ":"), 0x80...:
    true
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."): !first
  default: false
  }
}
