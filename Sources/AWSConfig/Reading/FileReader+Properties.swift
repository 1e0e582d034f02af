import Secrets
import Text

extension FileReader {
  // Patterns, since comparing an Optional with nil copies its value, here for every line of a file.
  var isInSection: Bool {
    if case .some = section { true } else { false }
  }

  var isInProperty: Bool {
    if case .some = property { true } else { false }
  }

  func delimiter(in text: Range<Int>) -> Int? {
    text.first { bytes[$0] == UInt8(ascii: "=") || bytes[$0] == UInt8(ascii: ":") }
  }

  mutating func readProperty(_ line: Line) {
    closeProperty()
    guard let delimiter = delimiter(in: line.text) else {
      noteStray(line)
      return collector.add(isInSection ? .noDelimiter : .outsideSection, line: line.number)
    }
    let name = bytes.trimmed(line.text.lowerBound..<delimiter)
    guard !name.isEmpty, isInSection else {
      isInIgnoredProperty = true
      noteStray(line)
      return collector.add(name.isEmpty ? .noKey : .outsideSection, line: line.number)
    }
    let key = keys.key(bytes, name)
    var value = (delimiter + 1)..<line.text.upperBound
    if !key.isRunWithoutShell, let comment = commentStart(in: value, of: key) {
      value = value.lowerBound..<comment
      collector.add(.inlineComment(key: key.text), line: line.number)
    }
    if section?.kind == .ssoSession || section?.kind == .services { noteStray(line) }
    property = OpenProperty(key: key, line: line.number, value: bytes.trimmed(value))
  }

  /// The start of a comment after a space or a tab, as in the SDKs; `#f2c744` is a color.
  private func commentStart(in value: Range<Int>, of key: PropertyKey) -> Int? {
    let color = key == .known(.color) ? bytes.trimmed(value).lowerBound : nil
    return value.first {
      (bytes[$0] == UInt8(ascii: "#") || bytes[$0] == UInt8(ascii: ";"))
        && $0 > value.lowerBound && [0x20, 0x09].contains(bytes[$0 - 1])
        && !($0 == color && $0 + 1 < value.upperBound && !bytes[$0 + 1].isWhitespace)
    }
  }

  mutating func closeProperty() {
    guard let closed = property.take() else { return }
    let (value, strays) = closed.value(in: bytes)
    if let sign = closed.key.isRunWithoutShell ? value.shellSign : nil {
      collector.add(.noShell(key: closed.key.text, sign), line: closed.line)
    }
    for line in strays { collector.add(.notInBlock(key: closed.key.text), line: line) }
    if let first = section?.properties.set(Property(closed.key, value, line: closed.line)) {
      mayHoldStrays = true
      collector.add(.repeatedKey(closed.key.text, first: first), line: closed.line)
    }
  }
}

extension PropertyKey {
  /// True for commands that are split into words and run as they are.
  fileprivate var isRunWithoutShell: Bool {
    self == .known(.credentialProcess) || self == .known(.samlAssertionProcess)
  }
}

extension PropertyValue {
  fileprivate var shellSign: Character? {
    if case .text(let command) = self { Text.firstShellCharacter(in: command) } else { nil }
  }
}

/// A property whose value may continue on indented lines, as more text or as a nested block.
struct OpenProperty {
  let key: PropertyKey
  let line: Int
  let first: Range<Int>
  private var more: [(number: Int, text: Range<Int>)] = []
  /// The blank lines since the last text; they count only if the value continues after them.
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

  /// The value, and the lines of a block that are not properties.
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
        // As in the AWS CLI, keys in a block keep their case, can be empty, and are not known keys.
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
