/// Writes JSON as bytes: a list of ten thousand entries is megabytes of text.
package struct JSONPrinter {
  package private(set) var bytes: [UInt8] = []
  private var depth = 0
  /// The number of members of the open object so far.
  private var members = 0
  private let isOneLine: Bool

  /// A printer that indents by two spaces, or writes all on one line.
  package init(isOneLine: Bool = false) {
    self.isOneLine = isOneLine
  }

  mutating func write(_ json: JSON) {
    switch json {
    case .text(let text): write(quoted: text)
    case .number(let number): bytes += String(number).utf8
    case .decimal(let number): bytes += "\(number)".utf8
    case .bool(let value): bytes += (value ? "true" : "false").utf8
    case .list(let items): list(items) { $0.write($1) }
    case .object(let members):
      open("{")
      for (index, member) in members.enumerated() {
        begin(index)
        write(quoted: member.key)
        bytes += ": ".utf8
        write(member.value)
      }
      close("}", isEmpty: members.isEmpty)
    }
  }

  /// Writes a list, each item with `body`.
  package mutating func list<Item>(_ items: [Item], _ body: (inout JSONPrinter, Item) -> Void) {
    open("[")
    for (index, item) in items.enumerated() {
      begin(index)
      body(&self, item)
    }
    close("]", isEmpty: items.isEmpty)
  }

  /// Writes an object; `body` writes its members.
  package mutating func object(_ body: (inout JSONPrinter) -> Void) {
    let before = members
    beginObject()
    body(&self)
    endObject()
    members = before
  }

  /// Begins an object that is not inside another.
  package mutating func beginObject() {
    members = 0
    open("{")
  }

  package mutating func endObject() {
    close("}", isEmpty: members == 0)
  }

  /// Writes a member of the open object; nothing if the value is nil.
  package mutating func member(_ key: StaticString, _ value: String?) {
    guard let value else { return }
    begin(key)
    write(quoted: value)
  }

  package mutating func member(_ key: StaticString, _ value: Int) {
    begin(key)
    bytes += String(value).utf8
  }

  package mutating func member(_ key: StaticString, _ value: Double) {
    begin(key)
    bytes += "\(value)".utf8
  }

  /// Writes a quote; a text in pieces stands between two of them.
  package mutating func quote() {
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes a piece of a quoted text.
  package mutating func put(_ text: String) {
    var text = text
    let isWritten = text.withUTF8 { utf8 in
      guard utf8.allSatisfy(isPlain) else { return false }
      bytes.append(contentsOf: utf8)
      return true
    }
    guard !isWritten else { return }
    for scalar in text.unicodeScalars {
      if scalar.isASCII, case let byte = UInt8(scalar.value), isPlain(byte) {
        bytes.append(byte)
      } else {
        bytes += escaped(scalar).utf8
      }
    }
  }

  /// The bytes written so far; the printer then starts over with none.
  package mutating func taken() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  /// Begins a member whose value is written next.
  package mutating func begin(_ key: StaticString) {
    begin(members)
    members += 1
    bytes.append(UInt8(ascii: "\""))
    key.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes += "\": ".utf8
  }

  package mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func open(_ bracket: Unicode.Scalar) {
    bytes.append(UInt8(ascii: bracket))
    depth += 1
  }

  private mutating func begin(_ index: Int) {
    if index > 0 { bytes += (isOneLine ? ", " : ",").utf8 }
    newLine()
  }

  private mutating func close(_ bracket: Unicode.Scalar, isEmpty: Bool) {
    depth -= 1
    if !isEmpty { newLine() }
    bytes.append(UInt8(ascii: bracket))
  }

  private mutating func newLine() {
    guard !isOneLine else { return }
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<depth { bytes += "  ".utf8 }
  }

  private mutating func write(quoted text: String) {
    quote()
    put(text)
    quote()
  }
}

private func isPlain(_ byte: UInt8) -> Bool {
  byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
}

/// A character as it is written between quotes.
///
/// C1 controls and direction marks are escaped too: the output may be read on a terminal.
private func escaped(_ scalar: Unicode.Scalar) -> String {
  switch scalar {
  case "\"": return "\\\""
  case "\\": return "\\\\"
  case "\n": return "\\n"
  case "\r": return "\\r"
  case "\t": return "\\t"
  default: break
  }
  switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator:
    return scalar.utf16.map { "\\u" + fourDigits($0) }.joined()
  default: return String(scalar)
  }
}

private func fourDigits(_ unit: UInt16) -> String {
  let digits = String(unit, radix: 16)
  return String(repeating: "0", count: 4 - digits.count) + digits
}
