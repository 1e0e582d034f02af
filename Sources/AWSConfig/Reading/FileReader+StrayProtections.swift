import Accounts
import Text

extension FileReader {
  /// The lines of a file that were most likely meant for `confirm` or `read_only`, and that are no property of a section,
  /// or of one of `kept` that does not have them: its own, or that whole section, is overruled by another.
  ///
  /// `kept` gives the lines of the properties of each profile that was read.
  static func strayProtections(
    in bytes: [UInt8], _ source: Source, path: String, kept: (_ profile: String) -> Set<Int>?
  ) -> [StrayProtection] {
    // As after a power failure, or in UTF-16: nothing of the file is to be relied on.
    guard !bytes.holds([0]) else {
      return [StrayProtection(origin: Origin(file: path, line: 1), header: nil, .zeroBytes)]
    }
    var header: String?
    var meant = ProtectionKeyGuesser()
    var before = bytes[0..<0]
    return placedLines(of: bytes, source).compactMap { line in
      let text = bytes[line.text]
      defer { before = text }
      func stray(_ reason: StrayProtection.Reason) -> StrayProtection {
        StrayProtection(origin: Origin(file: path, line: line.number), header: header, reason)
      }
      if text.first == UInt8(ascii: "[") {
        header = String(validating: text, as: UTF8.self)
        return holdsProtectionBehindHeader(text) ? stray(.unread) : nil
      }
      if holdsJoinedProtection(text) { return stray(.unread) }
      if let key = brokenKey(before, text) {
        return StrayProtection(
          origin: Origin(file: path, line: line.number - 1), header: header, .broken(key))
      }
      let word = word(of: text)
      let key =
        if case .property(let key, _) = line.role { key } else {
          PropertyKey(String(decoding: word, as: UTF8.self))
        }
      guard meant.isMeant(text, word, key), let reason = line.reasonLost(bytes, under: header, kept)
      else { return nil }
      return stray(reason)
    }
  }

  /// Notes that a line which is no property of a profile may have been meant to protect it.
  ///
  /// Of profiles that are not wanted nothing is noted: they are no entries here.
  mutating func noteStray(_ line: Line) {
    guard !mayHoldStrays, wanted == nil || !ignoring else { return }
    let word = word(of: bytes[line.text])
    mayHoldStrays =
      isBeginningOfKey(bytes[line.text])
      || meant.isMeant(bytes[line.text], word, keys.key(bytes, word.startIndex..<word.endIndex))
  }
}

extension PlacedLine {
  /// Nil for a property that counts, and for one that would protect nothing.
  fileprivate func reasonLost(
    _ bytes: [UInt8], under header: String?, _ kept: (_ profile: String) -> Set<Int>?
  ) -> StrayProtection.Reason? {
    let isOfProfile = ["[sso-session", "[services"].allSatisfy {
      header?.hasPrefix($0) == false
    }
    if case .continuation(let key) = role, isOfProgram(key) {
      return isOfProfile ? inBlock(bytes[text], of: key) : nil
    }
    guard case .property(_, let value) = role, let section, isOfProfile else { return .unread }
    guard kept(section.name)?.contains(number) == false else { return nil }
    return isFalse(bytes[value]) ? nil : .overruled
  }

  /// Under a key of a program only what is spelt as a key of ours, or nearly so, was indented by accident.
  private func inBlock(_ line: ArraySlice<UInt8>, of key: PropertyKey) -> StrayProtection.Reason? {
    guard let (written, value) = keyAndValue(line), !isFalse(value),
      let meant = ProtectionSetting.Key(speltAs: written)
    else { return nil }
    return .inBlock(of: key.text, meant)
  }
}

/// True for an unknown key under which a program has settings of its own, as `s3` is; false for a word that somebody may
/// have put ours under.
private func isOfProgram(_ key: PropertyKey) -> Bool {
  guard case .other(let text) = key, ProtectionSetting.Key(meantBy: text) == nil else {
    return false
  }
  return !["switchback", "option", "setting", "access", "label", "flag"].contains {
    text.contains($0)
  }
}

/// The keys of lines, and what they were meant for; one that many lines have is looked at once.
struct ProtectionKeyGuesser {
  private var found: [String: ProtectionSetting.Key?] = [:]

  /// What an unknown key stands for.
  mutating func key(_ text: String) -> ProtectionSetting.Key? {
    if let key = found[text] { return key }
    let key = ProtectionSetting.Key(meantInProfile: text)
    found[text] = key
    return key
  }

  /// True where a line is a key that protects, alone or with a delimiter or a word for true or false behind it, or where
  /// its value names one.
  fileprivate mutating func isMeant<Line: Collection<UInt8>>(
    _ line: Line, _ word: Line.SubSequence, _ key: PropertyKey
  ) -> Bool {
    if case .known(let known) = key, known != .confirm, known != .readOnly { return false }
    if beginsWithProtection(line) { return true }
    guard !word.isEmpty else { return false }
    let rest = line.dropFirst(word.count).drop(while: \.isWhitespace)
    let hasSign = rest.first == UInt8(ascii: "=") || rest.first == UInt8(ascii: ":")
    let said = rest.dropFirst(hasSign ? 1 : 0).drop(while: \.isWhitespace)
    let value = String(decoding: said.prefix { !$0.isWhitespace }, as: UTF8.self).lowercased()
    guard case .other(let text) = key, let meant = self.key(text) else {
      if case .other(let text) = key {
        return ProtectionSetting.Key(namedBy: value, of: text) != nil
      }
      return hasSign || value.isEmpty || wordsForFlags.contains(value)
    }
    if holdsNames(text), !wordsForFlags.contains(value) { return false }
    // A word alone may stand in any text.
    let isItself = text.filter(\.isLetter) == meant.rawValue.filter(\.isLetter)
    return hasSign || wordsForFlags.contains(value) || isItself && value.isEmpty
  }
}

private let wordsForFlags = ["true", "yes", "on", "false", "no", "off"]

/// What a line begins with, up to a delimiter or white space; empty for what is no key.
private func word<Line: Collection<UInt8>>(of line: Line) -> Line.SubSequence {
  let word = line.prefix { $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ":") && !$0.isWhitespace }
  guard word.count <= 40, let first = word.first, (first | 0x20) > 0x60 else {
    return line.prefix(0)
  }
  return word
}

/// True where a line begins with a key that protects, or with most of one, whatever stands in the place of its delimiter.
func beginsWithProtection(_ line: some Collection<UInt8>) -> Bool {
  let isSign = { (byte: UInt8) in byte == UInt8(ascii: "=") || byte == UInt8(ascii: ":") }
  let text = line.drop { isSign($0) || $0.isWhitespace }.prefix(40)
  let letters = String(decoding: text, as: UTF8.self).lowercased()
    .filter { $0 != "_" && $0 != "-" && $0 != " " }
  if letters.hasPrefix("confirm") || letters.hasPrefix("readonly") { return true }
  // The end of a file that was only half written.
  return letters.count >= 4 && ["confirm", "readonly"].contains { $0.hasPrefix(letters) }
}
