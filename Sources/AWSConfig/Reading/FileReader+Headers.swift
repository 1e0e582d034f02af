import Accounts

extension FileReader {
  /// What stands between `[` and the first `]` that leaves room for a name.
  func insideBrackets(_ text: Range<Int>) -> Range<Int>? {
    guard bytes[text.lowerBound] == UInt8(ascii: "["), text.count > 2 else { return nil }
    let rest = (text.lowerBound + 2)..<text.upperBound
    guard let end = rest.first(where: { bytes[$0] == UInt8(ascii: "]") }) else { return nil }
    return bytes.trimmed((text.lowerBound + 1)..<end)
  }

  func isHalfHeader(_ text: Range<Int>) -> Bool {
    if bytes[text.lowerBound] == UInt8(ascii: "[") { return true }
    return bytes[text.upperBound - 1] == UInt8(ascii: "]") && delimiter(in: text) == nil
  }

  mutating func readHeader(_ inside: Range<Int>, _ line: Int) {
    closeSection()
    switch header(inside) {
    case .section(.profile, let name) where !isWanted(name),
      .section(.plainDefault, let name) where !isWanted(name):
      (skipping, ignoring) = (false, false)
    case .section(let kind, let name):
      section = Section(kind, name, Origin(file: path, line: line))
      ignoring = false
    case .unread(let finding):
      ignoring = true
      if let finding { findings.add(finding, line: line) }
    }
  }

  private func isWanted(_ profile: String) -> Bool { wanted?.contains(profile) ?? true }

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

  mutating func closeSection() {
    skipping = nil
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
