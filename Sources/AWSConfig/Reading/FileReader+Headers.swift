import Accounts

extension FileReader {
  /// Where the name in a header stands, between `[` and the last `]` before a comment.
  ///
  /// The AWS CLI knows no comment there: to it, all up to the last `]` of the line is the name.
  func insideBrackets(_ text: Range<Int>) -> Range<Int>? {
    guard bytes[text.lowerBound] == UInt8(ascii: "["), text.count > 2 else { return nil }
    let rest = (text.lowerBound + 2)..<text.upperBound
    guard let first = rest.first(where: { bytes[$0] == UInt8(ascii: "]") }) else { return nil }
    let end = first == text.upperBound - 1 ? first : lastBracket(in: text)
    return (text.lowerBound + 1)..<(end ?? first)
  }

  /// A `#` or `;` begins a comment where white space stands before it, a `]` before that, and no quote is open.
  private func lastBracket(in text: Range<Int>) -> Int? {
    var last: Int?
    var quote: UInt8?
    for place in (text.lowerBound + 1)..<text.upperBound {
      switch bytes[place] {
      case UInt8(ascii: "]") where place > text.lowerBound + 1: last = place
      case UInt8(ascii: "#"), UInt8(ascii: ";"):
        if last != nil, quote == nil, bytes[place - 1].isWhitespace { return last }
      case UInt8(ascii: "'"), UInt8(ascii: "\""):
        if source == .config { quote = quote == bytes[place] ? nil : quote ?? bytes[place] }
      default: break
      }
    }
    return last
  }

  func isHalfHeader(_ text: Range<Int>) -> Bool {
    if bytes[text.lowerBound] == UInt8(ascii: "[") { return true }
    return bytes[text.upperBound - 1] == UInt8(ascii: "]") && delimiter(in: text) == nil
  }

  mutating func readHeader(_ inside: Range<Int>, _ line: Line) {
    closeSection()
    // To the AWS CLI the name goes on to here.
    let last = line.text.last { bytes[$0] == UInt8(ascii: "]") } ?? inside.upperBound
    let isCommentInName = last > inside.upperBound
    if isCommentInName {
      collector.add(.commentAfterHeader(bytes.text(inside)), line: line.number)
    }
    let name = bytes.trimmed(inside)
    // White space behind a name of the config file is between its words.
    let isTrimmed =
      source == .credentials ? name != inside : name.lowerBound != inside.lowerBound
    switch header(name) {
    case .section(.profile, let profile) where !isWanted(profile),
      .section(.unprefixedDefault, let profile) where !isWanted(profile):
      ignoring = true
    case .section(let kind, let found):
      section = Section(kind, found, Origin(file: path, line: line.number))
      header = Sections.Header(
        text: inside.lowerBound..<last, isOtherToCLI: isCommentInName || isTrimmed)
      ignoring = false
    case .unread(let finding):
      ignoring = true
      if let finding { ignore(name, finding, line: line.number) }
    }
  }

  private func isWanted(_ profile: String) -> Bool { wanted?.contains(profile) ?? true }

  private func header(_ inside: Range<Int>) -> SectionHeader {
    switch source {
    case .config:
      unquotedProfileName(inside).map { .section(.profile, name: bytes.text($0)) }
        ?? SectionHeader(config: bytes.text(inside))
    case .credentials: SectionHeader(credentials: bytes.text(inside))
    }
  }

  /// The name in a header such as `profile a`, which needs no unquoting; nearly all are like that.
  private func unquotedProfileName(_ inside: Range<Int>) -> Range<Int>? {
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

  mutating func closeSection() {
    isInIgnoredProperty = false
    closeProperty()
    guard let closed = section.take() else { return }
    let odd =
      switch closed.kind {
      case .profile, .unprefixedDefault: profiles.merge(closed, header, in: bytes)
      case .ssoSession: ssoSessions.merge(closed, header, in: bytes)
      case .services: services.merge(closed, header, in: bytes)
      }
    if let odd {
      mayHoldStrays = true
      collector.add(odd.finding, line: odd.line)
    }
  }
}
