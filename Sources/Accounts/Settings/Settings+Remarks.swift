package import Foundation

extension Settings {
  /// What the picker must know before it first draws, as text to be kept with a catalogue: all but the entries and
  /// the rules, which are in the catalogue itself; nil where it cannot be told from its own separators.
  package var pickerData: Data? {
    var fields = [
      theme.dark ?? "", theme.light ?? "", sort.rawValue, mouse.rawValue, vi ? "vi" : "",
      groupBy.rawValue,
    ]
    for key in keys {
      fields += [key.key, key.action, key.origin.file, String(key.origin.line)]
    }
    let isPlain = fields.allSatisfy { !$0.utf8.contains(0) }
    return isPlain ? Data(fields.joined(separator: "\0").utf8) : nil
  }

  /// Settings of which only that is known; nil where the text is none.
  package init?(remarks: Data) {
    let fields = String(decoding: remarks, as: UTF8.self)
      .split(separator: "\0", omittingEmptySubsequences: false).map { String($0) }
    guard fields.count >= 6, (fields.count - 6) % 4 == 0, let sort = Sort(rawValue: fields[2]),
      let mouse = Mouse(rawValue: fields[3]), let groupBy = Grouping(rawValue: fields[5])
    else { return nil }
    self.init()
    theme = ThemeChoice(dark: fields[0].nonEmpty, light: fields[1].nonEmpty)
    self.sort = sort
    self.mouse = mouse
    vi = fields[4] == "vi"
    self.groupBy = groupBy
    keys = stride(from: 6, to: fields.count, by: 4).map { index in
      KeyBinding(
        key: fields[index], action: fields[index + 1],
        origin: Origin(file: fields[index + 2], line: Int(fields[index + 3]) ?? 0))
    }
  }
}
