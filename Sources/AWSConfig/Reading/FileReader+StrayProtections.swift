import Accounts

extension FileReader {
  /// The lines of a file that begin as `confirm` or `read_only` does, and that are no property of a section, or of one
  /// of `kept` that does not have them: its own, or that whole section, is overruled by another.
  ///
  /// `kept` gives the lines of the properties of each profile that was read.
  static func strayProtections(
    in bytes: [UInt8], _ source: Source, path: String, kept: (_ profile: String) -> Set<Int>?
  ) -> [StrayProtection] {
    // As after a power failure, or in UTF-16: nothing of the file is to be relied on.
    guard !bytes.contains(0) else {
      return [StrayProtection(origin: Origin(file: path, line: 1), header: nil, .zeros)]
    }
    guard mayProtect(bytes) else { return [] }
    var header: String?
    return placedLines(of: bytes, source).compactMap { line in
      let text = bytes[line.text]
      if text.first == UInt8(ascii: "[") {
        header = String(validating: text, as: UTF8.self)
        return nil
      }
      guard beginsWithProtection(text), let reason = line.lost(bytes, under: header, kept) else {
        return nil
      }
      return StrayProtection(origin: Origin(file: path, line: line.number), header: header, reason)
    }
  }

  /// False of nearly every file, which need not be looked at line by line.
  private static func mayProtect(_ bytes: [UInt8]) -> Bool {
    ["firm", "FIRM", "only", "ONLY"].contains { bytes.holds(Array($0.utf8)) }
  }
}

extension PlacedLine {
  /// Nil for a property that counts, and for one that would protect nothing.
  fileprivate func lost(
    _ bytes: [UInt8], under header: String?, _ kept: (_ profile: String) -> Set<Int>?
  ) -> StrayProtection.Reason? {
    guard case .property(_, let value) = role, let section,
      ["[sso-session", "[services"].allSatisfy({ header?.hasPrefix($0) == false })
    else { return .unread }
    guard kept(section.name)?.contains(number) == false else { return nil }
    let word = String(decoding: bytes[value], as: UTF8.self).lowercased()
    return ["false", "no", "off"].contains(word) ? nil : .overruled
  }
}

/// True where a line is a key that protects, alone or with a delimiter or a word for true or false behind it.
private func beginsWithProtection(_ line: ArraySlice<UInt8>) -> Bool {
  let word = line.prefix { $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ":") && !$0.isWhitespace }
  guard word.count <= 12, let first = word.first, (first | 0x20) > 0x60 else { return false }
  let key = String(decoding: word, as: UTF8.self).lowercased().filter(\.isLetter)
  guard key == "confirm" || key == "readonly" else { return false }
  let rest = line.dropFirst(word.count).drop(while: \.isWhitespace)
  guard let sign = rest.first, sign != UInt8(ascii: "="), sign != UInt8(ascii: ":") else {
    return true
  }
  let value = String(decoding: rest.prefix { !$0.isWhitespace }, as: UTF8.self).lowercased()
  return ["true", "yes", "on", "false", "no", "off"].contains(value)
}
