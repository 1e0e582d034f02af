import Accounts

/// Reads one of the two files, line by line, skipping what it cannot make sense of.
///
/// The grammar is that of Python's configparser, which the AWS CLI uses, made tolerant as the SDKs are.
struct FileReader {
  enum Source {
    case config, credentials
  }

  let bytes: [UInt8]
  private let path: String
  private let source: Source
  private let keys = KeyTable()
  private(set) var profiles: Sections
  private(set) var ssoSessions = Sections()
  private(set) var services = Sections()
  private(set) var findings: Findings
  private var section: Section?
  private var property: OpenProperty?
  // The indent of the line that a deeper one continues.
  private var indent = 0
  // True under a header that opens no section: what stands there belongs to nobody.
  private var ignoring = false

  init(_ bytes: [UInt8], _ source: Source, path: String) {
    self.bytes = bytes
    self.source = source
    self.path = path
    findings = Findings(file: path)
    // A profile seldom takes less; where it does, the rest is grown.
    profiles = Sections(expecting: bytes.count / 128)
    var lines = LineCursor(bytes)
    while let line = lines.next() { read(line) }
    closeSection()
  }

  private mutating func read(_ line: Line) {
    guard line.isUTF8 else { return findings.add(.notUTF8, line: line.number) }
    guard let first = line.text.first.map({ bytes[$0] }) else {
      property?.blankLines += 1
      return
    }
    if first == UInt8(ascii: "#") || first == UInt8(ascii: ";") { return }
    if property != nil, line.indent > indent {
      property?.continue(line)
      return
    }
    indent = line.indent
    if let inside = insideBrackets(line.text) {
      readHeader(inside, line.number)
    } else if isHalfHeader(line.text) {
      closeSection()
      ignoring = true
      findings.add(.halfHeader, line: line.number)
    } else if !ignoring {
      readProperty(line)
    }
  }
}

// Headers.
extension FileReader {
  /// What stands between `[` and the first `]` that leaves room for a name.
  private func insideBrackets(_ text: Range<Int>) -> Range<Int>? {
    guard bytes[text.lowerBound] == UInt8(ascii: "["), text.count > 2 else { return nil }
    let rest = (text.lowerBound + 2)..<text.upperBound
    guard let end = rest.first(where: { bytes[$0] == UInt8(ascii: "]") }) else { return nil }
    return bytes.trimmed((text.lowerBound + 1)..<end)
  }

  private func isHalfHeader(_ text: Range<Int>) -> Bool {
    if bytes[text.lowerBound] == UInt8(ascii: "[") { return true }
    return bytes[text.upperBound - 1] == UInt8(ascii: "]") && delimiter(in: text) == nil
  }

  private mutating func readHeader(_ inside: Range<Int>, _ line: Int) {
    closeSection()
    switch header(inside) {
    case .section(let kind, let name):
      section = Section(kind, name, Origin(file: path, line: line))
      ignoring = false
    case .unread(let finding):
      ignoring = true
      if let finding { findings.add(finding, line: line) }
    }
  }

  private func header(_ inside: Range<Int>) -> SectionHeader {
    switch source {
    case .config:
      plainProfileName(inside).map { .section(.profile, name: bytes.text($0)) }
        ?? SectionHeader(config: bytes.text(inside))
    case .credentials: SectionHeader(credentials: bytes.text(inside))
    }
  }

  /// The name in a header such as `profile a`, which needs no unquoting; nearly all are like that.
  private func plainProfileName(_ inside: Range<Int>) -> Range<Int>? {
    let name = (inside.lowerBound + 8)
    guard name < inside.upperBound, bytes[inside.lowerBound..<name].elementsEqual("profile ".utf8)
    else { return nil }
    let isPlain = (name..<inside.upperBound).allSatisfy {
      switch bytes[$0] {
      case 0x21, 0x23...0x26, 0x28...0x5B, 0x5D...0x7E: true
      default: false
      }
    }
    return isPlain ? name..<inside.upperBound : nil
  }

  private mutating func closeSection() {
    closeProperty()
    guard let closed = section.take() else { return }
    let odd =
      switch closed.kind {
      case .profile, .plainDefault: profiles.merge(closed)
      case .ssoSession: ssoSessions.merge(closed)
      case .services: services.merge(closed)
      }
    if let odd { findings.add(odd.finding, line: odd.line) }
  }
}

// Properties.
extension FileReader {
  private func delimiter(in text: Range<Int>) -> Int? {
    text.first { bytes[$0] == UInt8(ascii: "=") || bytes[$0] == UInt8(ascii: ":") }
  }

  private mutating func readProperty(_ line: Line) {
    guard let delimiter = delimiter(in: line.text) else {
      return findings.add(section == nil ? .outsideSection : .noDelimiter, line: line.number)
    }
    let name = bytes.trimmed(line.text.lowerBound..<delimiter)
    guard !name.isEmpty else { return findings.add(.noKey, line: line.number) }
    guard section != nil else { return findings.add(.outsideSection, line: line.number) }
    closeProperty()
    let key = keys.key(bytes, name)
    var value = (delimiter + 1)..<line.text.upperBound
    if key != .known(.credentialProcess), let comment = commentStart(in: value) {
      value = value.lowerBound..<comment
      findings.add(.inlineComment(key: key.text), line: line.number)
    }
    property = OpenProperty(key: key, line: line.number, value: bytes.trimmed(value))
  }

  /// Where a comment begins that has white space before it.
  private func commentStart(in value: Range<Int>) -> Int? {
    value.first {
      (bytes[$0] == UInt8(ascii: "#") || bytes[$0] == UInt8(ascii: ";"))
        && bytes.whitespace(endingAt: $0, from: value.lowerBound) > 0
    }
  }

  private mutating func closeProperty() {
    guard let closed = property.take() else { return }
    let (value, strays) = closed.value(in: bytes)
    for line in strays { findings.add(.notInBlock(key: closed.key.text), line: line) }
    if let first = section?.properties.set(Property(closed.key, value, line: closed.line)) {
      findings.add(.repeatedKey(closed.key.text, first: first), line: closed.line)
    }
  }
}
