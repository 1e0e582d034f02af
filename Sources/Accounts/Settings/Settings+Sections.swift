import Yams

extension YAMLReader {
  /// The fields of a `config.yaml`: of the whole file, or where that is not YAML, of each section that is.
  mutating func settingsFields(of yaml: String, known: [String]) -> YAMLFields? {
    var pairs: [(key: Node, value: Node)] = []
    var line = 1
    do {
      guard let root = try Node.root(of: yaml), !root.isUnset else { return nil }
      guard case .mapping(let mapping) = root else {
        reportUnread(
          root.line, "config.yaml should be a list of 'key: value' lines; it is ignored.",
          .everyEntry)
        return nil
      }
      (pairs, line) = (mapping.map { ($0.key, $0.value) }, root.line)
    } catch {
      pairs = sections(of: yaml, broken: error, known)
    }
    let fields = fields(of: pairs, line: line, in: "config.yaml", known: known)
    reportUnclearProtection(in: fields, "config.yaml", scope: .everyEntry)
    for unknown in fields.unknown
    where !nearest(to: unknown.key, among: protectiveLists).isEmpty {
      noteUnread(unknown.line, "'\(unknown.key)' is not read.", .everyEntry)
    }
    return fields
  }

  /// The sections of a file that is not YAML as a whole.
  private mutating func sections(
    of yaml: String, broken whole: YAMLParsingError, _ known: [String]
  ) -> [(key: Node, value: Node)] {
    let before = diagnostics.count
    let sections = SettingsSections(yaml)
    let pairs = sections.areFew ? sections.pairs { reportBroken($0, $1, known) } : []
    let keys = pairs.compactMap(\.0.scalar?.string)
    if diagnostics.count == before, Set(keys).count == pairs.count {
      reportUnread(whole.line, "This file is not YAML: \(whole.reason).", .everyEntry)
    }
    return pairs
  }

  /// Reports a section that is not YAML: of those that cannot protect anything only the section is lost.
  private mutating func reportBroken(
    _ section: SettingsSections.Section, _ fault: YAMLParsingError, _ known: [String]
  ) {
    let what = section.key.map { "'\($0)'" } ?? "This file"
    let message = "\(what) is not YAML, so it is not used: \(fault.reason)."
    let isHarmless =
      section.key.map { known.contains($0) && !protectiveLists.contains($0) } ?? false
    if isHarmless, !mentionsProtection(section.text) {
      report(fault.line, message)
    } else {
      reportUnread(fault.line, message, .everyEntry)
    }
  }

  /// The items of a list whose items may protect entries.
  mutating func protectiveItems(_ key: String, in fields: YAMLFields) -> [Node] {
    guard let node = fields.values[key] else { return [] }
    guard case .sequence(let items) = node else {
      reportUnread(
        node.line, "'\(key)' should be a list, each item after a '-'; it is ignored.", .everyEntry)
      return []
    }
    return Array(items)
  }

  /// False for a name in which bytes were no text: it may be any.
  func isText(_ name: String) -> Bool { !name.unicodeScalars.contains("\u{FFFD}") }
}

/// True for lines in which entries may be protected.
private func mentionsProtection(_ text: String) -> Bool {
  let text = text.lowercased()
  return ["confirm", "read_only", "readonly", "read-only", "entries", "rules"].contains {
    text.contains($0)
  }
}
