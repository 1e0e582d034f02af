import Accounts
import Text

extension FileReader {
  /// The lines of a file that were most likely meant as `confirm` or `read_only`, but have no
  /// effect.
  ///
  /// They are not properties of a section, or another property or section overrides them. `kept`
  /// gives the lines of the properties of each profile that was read.
  static func strayProtections(
    in bytes: [UInt8], _ source: Source, path: String, kept: (_ profile: String) -> Set<Int>?
  ) -> [StrayProtection] {
    // After a power failure, or in UTF-16, no part of the file is reliable.
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

  /// Records that a line that is not a property may have been meant to protect a profile.
  ///
  /// Profiles that are not selected are left out, since they do not become entries.
  mutating func noteStray(_ line: Line) {
    guard !mayHoldStrays, selected == nil || !ignoring else { return }
    let word = word(of: bytes[line.text])
    mayHoldStrays =
      isBeginningOfKey(bytes[line.text])
      || meant.isMeant(bytes[line.text], word, keys.key(bytes, word.startIndex..<word.endIndex))
  }
}

extension PlacedLine {
  /// Why the line has no effect; nil for a property that is used, or that turns protection off.
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

  /// Why a line under a program's key has no effect.
  ///
  /// Only a line that is spelt like a protection key, or nearly so, was indented by accident.
  private func inBlock(_ line: ArraySlice<UInt8>, of key: PropertyKey) -> StrayProtection.Reason? {
    guard let (written, value) = keyAndValue(line), !isFalse(value),
      let meant = ProtectionSetting.Key(speltAs: written)
    else { return nil }
    return .inBlock(of: key.text, meant)
  }
}

/// True for an unknown key with a program's settings under it, like `s3`.
///
/// False for a word that a user may have put protection settings under.
private func isOfProgram(_ key: PropertyKey) -> Bool {
  guard case .other(let text) = key, ProtectionSetting.Key(meantBy: text) == nil else {
    return false
  }
  return !["switchback", "option", "setting", "access", "label", "flag"].contains {
    text.contains($0)
  }
}

/// Guesses which protection key a line was meant to set; a key of many lines is examined once.
struct ProtectionKeyGuesser {
  private var found: [String: ProtectionSetting.Key?] = [:]

  /// The protection key that an unknown key means; nil if none.
  mutating func key(_ text: String) -> ProtectionSetting.Key? {
    if let key = found[text] { return key }
    let key = ProtectionSetting.Key(meantInProfile: text)
    found[text] = key
    return key
  }

  /// True if a line was meant to set a protection key.
  ///
  /// The key is alone, or has a delimiter or a word for true or false after it, or is named by the
  /// line's value.
  fileprivate mutating func isMeant<Line: Collection<UInt8>>(
    _ line: Line, _ word: Line.SubSequence, _ key: PropertyKey
  ) -> Bool {
    if case .known(let known) = key, known != .confirm, known != .readOnly { return false }
    if beginsWithProtection(line) { return true }
    guard !word.isEmpty else { return false }
    let rest = line.dropFirst(word.count).drop(while: \.isWhitespace)
    let hasSign = rest.first == UInt8(ascii: "=") || rest.first == UInt8(ascii: ":")
    let remainder = rest.dropFirst(hasSign ? 1 : 0).drop(while: \.isWhitespace)
    let value = String(decoding: remainder.prefix { !$0.isWhitespace }, as: UTF8.self).lowercased()
    guard case .other(let text) = key, let meant = self.key(text) else {
      if case .other(let text) = key {
        return ProtectionSetting.Key(namedBy: value, of: text) != nil
      }
      return hasSign || value.isEmpty || wordsForFlags.contains(value)
    }
    if holdsNames(text), !wordsForFlags.contains(value) { return false }
    // A single word may be part of any text.
    let isItself = text.filter(\.isLetter) == meant.rawValue.filter(\.isLetter)
    return hasSign || wordsForFlags.contains(value) || isItself && value.isEmpty
  }
}

private let wordsForFlags = ["true", "yes", "on", "false", "no", "off"]

/// The start of a line, up to a delimiter or white space; empty if it cannot be a key.
private func word<Line: Collection<UInt8>>(of line: Line) -> Line.SubSequence {
  let word = line.prefix { $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ":") && !$0.isWhitespace }
  guard word.count <= 40, let first = word.first, (first | 0x20) > 0x60 else {
    return line.prefix(0)
  }
  return word
}

/// True if a line begins with a protection key, or with most of one, whatever delimiter follows it.
func beginsWithProtection(_ line: some Collection<UInt8>) -> Bool {
  let isSign = { (byte: UInt8) in byte == UInt8(ascii: "=") || byte == UInt8(ascii: ":") }
  let text = line.drop { isSign($0) || $0.isWhitespace }.prefix(40)
  let letters = String(decoding: text, as: UTF8.self).lowercased()
    .filter { $0 != "_" && $0 != "-" && $0 != " " }
  if letters.hasPrefix("confirm") || letters.hasPrefix("readonly") { return true }
  // The end of a file that was written incompletely.
  return letters.count >= 4 && ["confirm", "readonly"].contains { $0.hasPrefix(letters) }
}
