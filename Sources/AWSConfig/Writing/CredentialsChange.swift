import Secrets

/// A credentials file with changed credentials of one profile.
package struct CredentialsChange: Sendable {
  /// The complete new file.
  package let bytes: [UInt8]
  /// The change as a unified diff without secrets, with two lines of context; empty if none.
  ///
  /// The text is not cleaned; the caller cleans it before it is shown.
  package let diff: [String]
  private let before: CredentialsText

  init(_ edits: [LineEdit], in text: CredentialsText) {
    before = text
    bytes = Self.bytes(of: edits, endingLinesWith: text.lineEnd)
    diff = Self.diff(of: edits)
  }

  private static func bytes(
    of edits: [LineEdit], endingLinesWith end: [UInt8]
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    for edit in edits where edit.action != .removed {
      if edit.action == .added, let last = bytes.last, !last.endsLine { bytes += end }
      bytes += edit.bytes
      if edit.action == .added { bytes += end }
    }
    return bytes
  }

  private static func diff(of edits: [LineEdit]) -> [String] {
    guard let first = edits.firstIndex(where: { $0.action != .kept }),
      let last = edits.lastIndex(where: { $0.action != .kept })
    else { return [] }
    let start = max(0, first - 2)
    let hunk = edits[start...min(edits.count - 1, last + 2)]
    // The lines before the hunk are the same in both files.
    func span(without action: LineEdit.Action) -> String {
      let count = hunk.count { $0.action != action }
      return "\(count == 0 ? start : start + 1),\(count)"
    }
    return ["@@ -\(span(without: .added)) +\(span(without: .removed)) @@"]
      + lines(of: hunk)
  }

  /// The lines of a hunk; for adjacent changes, all removed lines come first.
  private static func lines(of hunk: ArraySlice<LineEdit>) -> [String] {
    var lines: [String] = []
    var added: [String] = []
    for edit in hunk {
      switch edit.action {
      case .removed: lines.append("-" + edit.shown)
      case .added: added.append("+" + edit.shown)
      case .kept:
        lines += added + [" " + edit.shown]
        added = []
      }
    }
    return lines + added
  }

  /// True if the new file has the profile's new credentials and no other difference when it is
  /// read.
  func leavesTheRest(of profile: String, _ written: WrittenKeys) -> Bool {
    var (old, new) = (Self.contents(before.bytes), Self.contents(bytes))
    let (was, now) = (old.removeValue(forKey: profile) ?? [:], new.removeValue(forKey: profile))
    var expected = was.filter { !WrittenKeys.all.contains($0.key) }
    for (key, text) in written.values {
      expected[key] = key.isSecret ? .secret(Secret(text)) : .text(text)
    }
    return old == new && now == expected
  }

  private static func contents(_ bytes: [UInt8]) -> [String: [PropertyKey: PropertyValue]] {
    let sections = FileReader.read(bytes, .credentials, path: "").profiles.all
    let pairs = sections.map { section in
      (
        section.name,
        Dictionary(section.properties.all.map { ($0.key, $0.value.withoutLines) }) { $1 }
      )
    }
    return Dictionary(pairs) { $1 }
  }
}

extension PropertyValue {
  /// The value without line numbers, so that its place does not matter.
  fileprivate var withoutLines: PropertyValue {
    guard case .block(let properties) = self else { return self }
    var block = Properties()
    for property in properties.all {
      block.set(Property(property.key, property.value.withoutLines, line: 0))
    }
    return .block(block)
  }
}

extension CredentialsText {
  /// The line break of the file's first line.
  fileprivate var lineEnd: [UInt8] {
    guard let first = bytes.firstIndex(where: \.endsLine) else { return [0x0A] }
    let isCRLF = bytes[first...].starts(with: [0x0D, 0x0A])
    return isCRLF ? [0x0D, 0x0A] : [bytes[first]]
  }
}

extension UInt8 {
  fileprivate var endsLine: Bool { self == 0x0A || self == 0x0D }
}
