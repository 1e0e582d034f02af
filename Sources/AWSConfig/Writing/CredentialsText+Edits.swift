import Text

extension CredentialsText {
  /// The lines with a section's keys changed where they stand, and those that are missing put below them.
  func changed(
    _ lines: [PlacedLine], under header: Int, _ written: WrittenKeys
  ) -> [LineEdit] {
    var edits: [LineEdit] = []
    var missing = written.values
    // Behind the last of the keys, else behind the header.
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

  /// All lines, and a section of its own behind them.
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

  /// The white space before a section's first key: what stands deeper would go on with the key above it.
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

  /// Of a line no more than what surely is no secret.
  private func shown(_ line: PlacedLine) -> String {
    let text = String(decoding: bytes[line.text], as: UTF8.self)
    switch line.role {
    case .header: return text
    case .property(let key, let value):
      // Where key and secret are swapped, the key is the secret.
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
  /// True where its value may be shown: AWS's own keys that are no secrets, and the end of a session.
  var isShown: Bool {
    switch self {
    case .known: !isSecret
    case .other: self == WrittenKeys.expiry
    }
  }
}

/// What becomes of a line.
struct LineEdit {
  enum Action {
    case kept, removed, added
  }

  var action: Action
  /// With its end, but for an added line, which takes the file's.
  var bytes: [UInt8]
  /// Without secrets.
  var shown: String

  init(_ fate: Action, _ bytes: some Sequence<UInt8>, shown: String) {
    self.action = fate
    self.bytes = Array(bytes)
    self.shown = shown
  }

  static func added(_ text: String) -> LineEdit {
    LineEdit(.added, text.utf8, shown: text)
  }

  /// A property behind white space alone, or behind all that stands before its value.
  static func added(_ start: some Collection<UInt8>, _ key: PropertyKey, _ text: String) -> LineEdit
  {
    let isWritten = start.contains { !$0.isWhitespace }
    let before = String(decoding: start, as: UTF8.self) + (isWritten ? "" : key.text + " = ")
    return LineEdit(
      .added, (before + text).utf8,
      shown: before + (key.isShown ? maskingKeys(text) : secretMask))
  }
}
