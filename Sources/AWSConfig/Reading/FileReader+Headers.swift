import Accounts

extension FileReader {
  /// The place of the name in a header, between `[` and the last `]` before a comment.
  ///
  /// The AWS CLI does not know comments there: its name ends at the last `]` of the line.
  func insideBrackets(_ text: Range<Int>) -> Range<Int>? {
    guard bytes[text.lowerBound] == UInt8(ascii: "["), text.count > 2 else { return nil }
    let rest = (text.lowerBound + 2)..<text.upperBound
    guard let first = rest.first(where: { bytes[$0] == UInt8(ascii: "]") }) else { return nil }
    let end = first == text.upperBound - 1 ? first : lastBracket(in: text)
    return (text.lowerBound + 1)..<(end ?? first)
  }

  /// The last `]` before a comment.
  ///
  /// A `#` or `;` begins a comment after white space, if a `]` came before and no quote is open.
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
    // The end of the name for the AWS CLI.
    let last = line.text.last { bytes[$0] == UInt8(ascii: "]") } ?? inside.upperBound
    let isCommentInName = last > inside.upperBound
    if isCommentInName {
      collector.add(.commentAfterHeader(bytes.text(inside)), line: line.number)
    }
    let name = bytes.trimmed(inside)
    // In the config file, white space after a name does not matter, since names are split into
    // words.
    let isTrimmed =
      source == .credentials ? name != inside : name.lowerBound != inside.lowerBound
    switch header(name) {
    case .section(.profile, let profile) where !isSelected(profile),
      .section(.unprefixedDefault, let profile) where !isSelected(profile):
      ignoring = true
    case .section(let kind, let found):
      section = Section(kind, found, Origin(file: path, line: line.number))
      header = Sections.Header(
        text: inside.lowerBound..<last, isOtherToCLI: isCommentInName || isTrimmed)
      ignoring = false
    case .unread(let reason):
      ignoring = true
      if let reason { ignore(name, reason, line: line.number) }
    }
  }

  private func isSelected(_ profile: String) -> Bool { selected?.contains(profile) ?? true }

  private func header(_ inside: Range<Int>) -> SectionHeader {
    switch source {
    case .config:
      unquotedProfileName(inside).map { .section(.profile, name: bytes.text($0)) }
        ?? SectionHeader(config: bytes.text(inside))
    case .credentials: SectionHeader(credentials: bytes.text(inside))
    }
  }

  /// The name in a header like `profile a`, which needs no unquoting; nearly all are like that.
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
    let diagnostic =
      switch closed.kind {
      case .profile, .unprefixedDefault: profiles.merge(closed, header, in: bytes)
      case .ssoSession: ssoSessions.merge(closed, header, in: bytes)
      case .services: services.merge(closed, header, in: bytes)
      }
    if let diagnostic {
      mayHoldStrays = true
      collector.add(diagnostic.kind, line: diagnostic.line)
    }
  }
}
