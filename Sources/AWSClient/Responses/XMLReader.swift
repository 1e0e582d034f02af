/// A position in valid UTF-8 text, with the steps that read XML from there.
struct XMLReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { position == bytes.count }

  /// True if the text continues with `text`.
  func isNext(_ text: String) -> Bool {
    bytes[position...].starts(with: text.utf8)
  }

  /// Skips a text; returns false and stays in place if the text continues otherwise.
  mutating func skip(_ text: String) -> Bool {
    guard isNext(text) else { return false }
    position += text.utf8.count
    return true
  }

  /// Skips blanks; returns false if there are none.
  @discardableResult
  mutating func skipBlanks() -> Bool {
    let start = position
    while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) {
      position += 1
    }
    return position > start
  }

  /// The text before the next `end`, which is skipped, too; throws if there is none.
  mutating func until(_ end: String) throws(ResponseError) -> String {
    let end = Array(end.utf8)
    var stop = position
    while stop < bytes.count, !bytes[stop...].starts(with: end) { stop += 1 }
    guard stop < bytes.count else { throw .notXML }
    defer { position = stop + end.count }
    return String(decoding: bytes[position..<stop], as: UTF8.self)
  }

  /// The text before the next such character, or before the end of the text.
  mutating func upToNext(_ character: Unicode.Scalar) -> String {
    let stop = bytes[position...].firstIndex(of: UInt8(ascii: character)) ?? bytes.count
    defer { position = stop }
    return String(decoding: bytes[position..<stop], as: UTF8.self)
  }

  /// A name; throws if there is none.
  mutating func name() throws(ResponseError) -> String {
    let start = position
    while position < bytes.count, isNamePart(bytes[position], first: position == start) {
      position += 1
    }
    guard position > start else { throw .notXML }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }
}

/// True for characters of names (XML 1.0, section 2.3).
///
/// Every character beyond ASCII counts as a letter.
private func isNamePart(_ byte: UInt8, first: Bool) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "_"), UInt8(ascii: ":"), 0x80...:
    true
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."): !first
  default: false
  }
}

/// The maximum depth of nested elements; STS uses five.
private let depthLimit = 32

extension XMLReader {
  /// An element with its content; throws if it is not closed, or nested too deeply.
  mutating func element(depth: Int) throws(ResponseError) -> ResponseElement {
    guard depth <= depthLimit, skip("<") else { throw .notXML }
    let name = try name()
    guard try !isClosedAfterAttributes() else { return ResponseElement(localName(name)) }
    var element = ResponseElement(localName(name))
    while !skip("</") {
      if skip("<!--") {
        _ = try until("-->")
      } else if skip("<![CDATA[") {
        element.text += try until("]]>")
      } else if isNext("<") {
        element.children.append(try self.element(depth: depth + 1))
      } else if !isAtEnd {
        element.text += try characters()
      } else {
        throw .notXML
      }
    }
    guard try self.name() == name else { throw .notXML }
    skipBlanks()
    guard skip(">") else { throw .notXML }
    element.text = trimmed(element.text)
    return element
  }

  /// Skips attributes and the end of the tag; returns true if the tag closes itself.
  private mutating func isClosedAfterAttributes() throws(ResponseError) -> Bool {
    while true {
      let hasBlanks = skipBlanks()
      if skip("/>") { return true }
      if skip(">") { return false }
      guard hasBlanks else { throw .notXML }
      _ = try name()
      skipBlanks()
      guard skip("=") else { throw .notXML }
      skipBlanks()
      let quote = isNext("'") ? "'" : "\""
      guard skip(quote), try !until(quote).contains("<") else { throw .notXML }
    }
  }

  /// The text up to the next tag, with references resolved.
  private mutating func characters() throws(ResponseError) -> String {
    let raw = upToNext("<")
    guard !raw.contains("]]>") else { throw .notXML }
    var text = ""
    var rest = raw[...]
    while let start = rest.firstIndex(of: "&") {
      text += rest[..<start]
      guard let end = rest[start...].firstIndex(of: ";"),
        let character = resolvedReference(rest[rest.index(after: start)..<end])
      else { throw .notXML }
      text.unicodeScalars.append(character)
      rest = rest[rest.index(after: end)...]
    }
    return text + rest
  }
}

/// The character of a reference like `amp`, `#65` or `#x41`; nil for any other.
private func resolvedReference(_ reference: Substring) -> Unicode.Scalar? {
  switch reference {
  case "amp": return "&"
  case "lt": return "<"
  case "gt": return ">"
  case "quot": return "\""
  case "apos": return "'"
  default: break
  }
  guard reference.hasPrefix("#") else { return nil }
  let isHex = reference.hasPrefix("#x")
  let digits = reference.dropFirst(isHex ? 2 : 1)
  // UInt32 also accepts a sign, which is not a digit.
  guard digits.allSatisfy(\.isHexDigit), let value = UInt32(digits, radix: isHex ? 16 : 10),
    let character = Unicode.Scalar(value), !isForbiddenInXML(character)
  else { return nil }
  return character
}

/// The name without its namespace prefix.
private func localName(_ name: String) -> String {
  name.lastIndex(of: ":").map { String(name[name.index(after: $0)...]) } ?? name
}

private func trimmed(_ text: String) -> String {
  let rest = text.drop(while: \.isWhitespace)
  guard let last = rest.lastIndex(where: { !$0.isWhitespace }) else { return "" }
  return String(rest[...last])
}
