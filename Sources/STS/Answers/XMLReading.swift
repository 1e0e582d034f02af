/// A place in a text that is known to be UTF-8, and the small steps that a reader of XML takes from it.
struct XMLReading {
  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { at == bytes.count }

  /// True where the text goes on so.
  func isNext(_ text: String) -> Bool {
    bytes[at...].starts(with: text.utf8)
  }

  /// Passes over a text; false, and no step taken, where the text goes on otherwise.
  mutating func skip(_ text: String) -> Bool {
    guard isNext(text) else { return false }
    at += text.utf8.count
    return true
  }

  /// Passes over blanks; false where there are none.
  @discardableResult
  mutating func skipBlanks() -> Bool {
    let start = at
    while at < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[at]) { at += 1 }
    return at > start
  }

  /// The text before the next `end`, which is passed over, too; throws where there is none.
  mutating func until(_ end: String) throws(AnswerFault) -> String {
    let end = Array(end.utf8)
    var stop = at
    while stop < bytes.count, !bytes[stop...].starts(with: end) { stop += 1 }
    guard stop < bytes.count else { throw .notXML }
    defer { at = stop + end.count }
    return String(decoding: bytes[at..<stop], as: UTF8.self)
  }

  /// The text before the next such character, or before the end.
  mutating func upToNext(_ character: Unicode.Scalar) -> String {
    let stop = bytes[at...].firstIndex(of: UInt8(ascii: character)) ?? bytes.count
    defer { at = stop }
    return String(decoding: bytes[at..<stop], as: UTF8.self)
  }

  /// A name; throws where there is none.
  mutating func name() throws(AnswerFault) -> String {
    let start = at
    while at < bytes.count, isNamePart(bytes[at], first: at == start) { at += 1 }
    guard at > start else { throw .notXML }
    return String(decoding: bytes[start..<at], as: UTF8.self)
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
