import Secrets

/// A property whose value may go on: on deeper lines, as more text or as a nested block.
struct OpenProperty {
  let key: PropertyKey
  let line: Int
  let first: Range<Int>
  private var more: [(number: Int, text: Range<Int>)] = []
  /// Blank lines since the last that held text; they count only where the value goes on below them.
  var blankLines = 0

  init(key: PropertyKey, line: Int, value: Range<Int>) {
    self.key = key
    self.line = line
    first = value
  }

  /// The last line that belongs to it so far.
  var lastLine: Int { more.last?.number ?? line }

  mutating func `continue`(_ line: Line) {
    let blank = (line.number, line.text.upperBound..<line.text.upperBound)
    more += Array(repeating: blank, count: blankLines)
    more.append((line.number, line.text))
    blankLines = 0
  }

  /// The value, and the lines of a block that are no properties.
  func value(in bytes: FileBytes) -> (PropertyValue, strays: [Int]) {
    if key.isSecret { return (.secret(Secret(text(in: bytes))), []) }
    if more.isEmpty || !first.isEmpty { return (.text(text(in: bytes)), []) }
    return block(in: bytes)
  }

  private func text(in bytes: FileBytes) -> String {
    if more.isEmpty { return bytes.text(first) }
    return more.reduce(into: bytes.text(first)) { $0 += "\n" + bytes.text($1.text) }
  }

  private func block(in bytes: FileBytes) -> (PropertyValue, strays: [Int]) {
    var block = Properties()
    var strays: [Int] = []
    for (number, text) in more where !text.isEmpty {
      let equals = text.first { bytes[$0] == UInt8(ascii: "=") }
      if let equals {
        // Within a block, keys keep their case, may be empty, and are never ours, as the AWS CLI has it.
        let key = PropertyKey.other(bytes.text(bytes.trimmed(text.lowerBound..<equals)))
        let content = bytes.text(bytes.trimmed((equals + 1)..<text.upperBound))
        let value = key.isSecret ? PropertyValue.secret(Secret(content)) : .text(content)
        block.set(Property(key, value, line: number))
      } else {
        strays.append(number)
      }
    }
    return (.block(block), strays)
  }
}
