import Text

extension CredentialsText {
  /// The lines with a section's keys changed in place, and the missing ones added after them.
  func changed(
    _ lines: [PlacedLine], under header: Int, _ written: WrittenKeys
  ) -> [LineEdit] {
    var edits: [LineEdit] = []
    var missing = written.values
    // After the last of the keys, or else after the header.
    var end = 0
    for line in lines {
      guard line.section?.line == header else {
        edits.append(kept(line))
        continue
      }
      edits += replaced(line, by: &missing)
      if line.role == .header || line.key.map(WrittenKeys.all.contains) == true {
        end = edits.count
      }
    }
    let indent = indent(of: lines, under: header)
    edits.insert(contentsOf: missing.map { .added(indent, $0.key, $0.text) }, at: end)
    return edits
  }

  /// All lines, with a new section after them.
  func appended(_ lines: [PlacedLine], _ profile: String, _ written: WrittenKeys) -> [LineEdit] {
    let gap = lines.last.map { $0.text.isEmpty ? [] : [LineEdit.added("")] } ?? []
    return lines.map(kept) + gap + [.added("[\(profile)]")]
      + written.values.map { .added([], $0.key, $0.text) }
  }

  private func replaced(
    _ line: PlacedLine, by missing: inout [(key: PropertyKey, text: String)]
  ) -> [LineEdit] {
    guard let key = line.key, WrittenKeys.all.contains(key) else { return [kept(line)] }
    guard case .property(_, let value) = line.role,
      let index = missing.firstIndex(where: { $0.key == key })
    else { return [removed(line)] }
    let text = missing.remove(at: index).text
    if bytes[value].elementsEqual(text.utf8) { return [kept(line)] }
    let start = bytes[line.whole.lowerBound..<value.lowerBound]
    return [removed(line), .added(start, key, text)]
  }

  /// The white space before a section's first key; a larger indent would continue the key above.
  private func indent(of lines: [PlacedLine], under header: Int) -> ArraySlice<UInt8> {
    let first = lines.first { line in
      if case .property = line.role { line.section?.line == header } else { false }
    }
    return first.map { bytes[$0.whole.lowerBound..<$0.text.lowerBound] } ?? []
  }

  private func kept(_ line: PlacedLine) -> LineEdit {
    LineEdit(.kept, bytes[line.whole], shown: shown(line))
  }

  private func removed(_ line: PlacedLine) -> LineEdit {
    LineEdit(.removed, bytes[line.whole], shown: shown(line))
  }

  /// The part of a line that is certainly not a secret.
  private func shown(_ line: PlacedLine) -> String {
    let text = String(decoding: bytes[line.text], as: UTF8.self)
    switch line.role {
    case .header: return text
    case .property(let key, let value):
      // If a user has swapped the key's ID and its secret, the ID is the secret.
      if key.isShown { return maskingKeys(text) }
      let start = bytes[line.text.lowerBound..<value.lowerBound]
      return String(decoding: start, as: UTF8.self) + secretMask
    case .continuation: return "  " + secretMask
    case .other:
      let sign = text.first.map { "#;".contains($0) ? "\($0) " : "" } ?? ""
      return text.isEmpty ? "" : sign + secretMask
    }
  }
}

let secretMask = "••••"

extension PropertyKey {
  /// True if its value can be shown: known keys that are not secrets, and a session's expiration.
  var isShown: Bool {
    switch self {
    case .known: !isSecret
    case .other: self == WrittenKeys.expiry
    }
  }
}

/// A line of the file, and whether it is kept, removed or added.
struct LineEdit {
  enum Action {
    case kept, removed, added
  }

  var action: Action
  /// The bytes with the line break; added lines take the file's line break.
  var bytes: [UInt8]
  /// The text to show, without secrets.
  var shown: String

  init(_ action: Action, _ bytes: some Sequence<UInt8>, shown: String) {
    self.action = action
    self.bytes = Array(bytes)
    self.shown = shown
  }

  static func added(_ text: String) -> LineEdit {
    LineEdit(.added, text.utf8, shown: text)
  }

  /// A property after `start`, which is white space, or everything before the value.
  static func added(_ start: some Collection<UInt8>, _ key: PropertyKey, _ text: String) -> LineEdit
  {
    let isWritten = start.contains { !$0.isWhitespace }
    let before = String(decoding: start, as: UTF8.self) + (isWritten ? "" : key.text + " = ")
    return LineEdit(
      .added, (before + text).utf8,
      shown: before + (key.isShown ? maskingKeys(text) : secretMask))
  }
}
