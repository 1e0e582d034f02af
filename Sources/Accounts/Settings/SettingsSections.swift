import Text
import YAML
import Yams

/// The top-level sections of a `config.yaml` that is not valid YAML as a whole, each parsed
/// separately.
///
/// One invalid line then affects only its own section.
struct SettingsSections {
  /// A top-level key with all lines under it.
  struct Section {
    /// Without quotes; nil for lines without a key above them.
    var key: String?
    /// Counted from 1.
    var line: Int
    var text: String
  }

  private let sections: [Section]

  /// False for unusually many sections: each is parsed with as many empty lines as there are lines
  /// above it.
  var areFew: Bool {
    sections.count <= 200 && sections.reduce(0) { $0 + $1.line } <= 1_000_000
  }

  init(_ yaml: String) {
    var sections: [Section] = []
    for (index, line) in yaml.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      if let key = topLevelKey(line) {
        sections.append(Section(key: key, line: index + 1, text: ""))
      } else if sections.isEmpty {
        sections.append(Section(key: nil, line: 1, text: ""))
      }
      sections[sections.count - 1].text += line + "\n"
    }
    self.sections = sections
  }

  /// The keys and values of all valid sections; `report` receives the others.
  func pairs(_ report: (_ section: Section, YAMLParsingError) -> Void) -> [(Node, Node)] {
    var pairs: [(Node, Node)] = []
    for section in sections {
      do {
        // Empty lines before it preserve its line numbers.
        let above = String(repeating: "\n", count: section.line - 1)
        guard let root = try Node.root(of: above + section.text), !root.isUnset else { continue }
        guard case .mapping(let mapping) = root else {
          report(
            section, YAMLParsingError(line: root.line, reason: "it is not a 'key: value' line"))
          continue
        }
        pairs += mapping.map { ($0.key, $0.value) }
      } catch {
        report(section, error)
      }
    }
    return pairs
  }
}

/// The key at the very left of a line.
private func topLevelKey(_ line: Substring) -> String? {
  guard let first = line.first, first.isLetter || first == "\"" || first == "'" || first == "_",
    let colon = line.firstIndex(of: ":")
  else { return nil }
  return line[..<colon].filter { !"\"' \t".contains($0) }
}

extension YAMLReader {
  /// The fields of a `config.yaml`: of the whole file, or if that is not YAML, of each valid
  /// section.
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

  /// The valid sections of a file that is not YAML as a whole.
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

  /// Reports an invalid section; if it cannot protect anything, only the section is lost.
  private mutating func reportBroken(
    _ section: SettingsSections.Section, _ error: YAMLParsingError, _ known: [String]
  ) {
    let subject = section.key.map { "'\($0)'" } ?? "This file"
    let message = "\(subject) is not YAML, so it is not used: \(error.reason)."
    let isHarmless =
      section.key.map { known.contains($0) && !protectiveLists.contains($0) } ?? false
    if isHarmless, !mentionsProtection(section.text) {
      report(error.line, message)
    } else {
      reportUnread(error.line, message, .everyEntry)
    }
  }

  /// The items of a list whose items may protect entries.
  mutating func protectiveItems(_ key: String, in fields: YAMLFields) -> [Node] {
    guard let node = fields.values[key], !node.isEmpty else { return [] }
    guard case .sequence(let items) = node else {
      reportUnread(
        node.line, "'\(key)' should be a list, each item after a '-'; it is ignored.", .everyEntry)
      return []
    }
    return items.filter { !$0.isUnset }
  }

  /// False for a name with bytes that were not text: it may stand for any name.
  func isText(_ name: String) -> Bool { !name.unicodeScalars.contains("\u{FFFD}") }
}

extension Node {
  /// True for `{}` and an empty text.
  fileprivate var isEmpty: Bool {
    switch self {
    case .mapping(let mapping): mapping.isEmpty
    case .scalar(let scalar): scalar.string.isEmpty
    case .sequence, .alias: false
    }
  }
}

/// True for lines that may protect entries.
private func mentionsProtection(_ text: String) -> Bool {
  let text = text.lowercased()
  return ["confirm", "read_only", "readonly", "read-only", "entries", "rules"].contains {
    text.contains($0)
  }
}
