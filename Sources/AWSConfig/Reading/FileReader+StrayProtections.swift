import Accounts

extension FileReader {
  /// The lines of a file that begin as `confirm` or `read_only` does, and that are no property of a section, or of one
  /// of `kept` that does not have them: its own, or that whole section, is overruled by another.
  ///
  /// `kept` gives the lines of the properties of each profile that was read.
  static func strayProtections(
    in bytes: [UInt8], _ source: Source, path: String, kept: (_ profile: String) -> Set<Int>?
  ) -> [StrayProtection] {
    guard mayProtect(bytes) else { return [] }
    // In UTF-16 every other byte is zero, and nothing of the file is read.
    let isText = !bytes.contains(0)
    let bytes = isText ? bytes : bytes.filter { $0 != 0 }
    var header: String?
    return placedLines(of: bytes, source).compactMap { line in
      let text = bytes[line.text]
      if text.first == UInt8(ascii: "[") {
        header = String(validating: text, as: UTF8.self)
        return nil
      }
      guard beginsWithProtection(text), let reason = isText ? line.lostBy(kept) : .unread else {
        return nil
      }
      return StrayProtection(origin: Origin(file: path, line: line.number), header: header, reason)
    }
  }

  /// False of nearly every file, which need not be looked at line by line.
  private static func mayProtect(_ bytes: [UInt8]) -> Bool {
    let isText = !bytes.contains(0)
    return !isText
      || ["firm", "FIRM", "only", "ONLY"].contains { bytes.holds(Array($0.utf8)) }
  }
}

extension PlacedLine {
  /// Nil for a property that counts.
  fileprivate func lostBy(
    _ kept: (_ profile: String) -> Set<Int>?
  ) -> StrayProtection.Reason? {
    guard case .property = role, let section else { return .unread }
    return kept(section.name)?.contains(number) == false ? .overruled : nil
  }
}

/// True where the first word of a line, with nothing but a delimiter or a blank behind it, is a key that protects.
private func beginsWithProtection(_ line: ArraySlice<UInt8>) -> Bool {
  let word = line.prefix { $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ":") && !$0.isWhitespace }
  guard word.count <= 12, let first = word.first, (first | 0x20) > 0x60 else { return false }
  let key = String(decoding: word, as: UTF8.self).lowercased().filter(\.isLetter)
  return key == "confirm" || key == "readonly"
}
