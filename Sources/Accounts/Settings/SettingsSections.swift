import Yams

/// The top-level sections of a `config.yaml` that is not YAML as a whole, each read by itself.
///
/// So that one bad line costs the section that it stands in, and not what the others say.
struct SettingsSections {
  /// A top-level key with all lines under it.
  struct Section {
    /// Without quotes; nil for lines that stand under no key.
    var key: String?
    /// Counted from 1.
    var line: Int
    var text: String
  }

  private let sections: [Section]

  /// False for more than anybody writes: each is read with as many empty lines as stand above it.
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

  /// The keys and values of all sections that can be read; `report` takes those that cannot.
  func pairs(_ report: (_ section: Section, YAMLParsingError) -> Void) -> [(Node, Node)] {
    var pairs: [(Node, Node)] = []
    for section in sections {
      do {
        // The lines before it, empty, keep its line numbers.
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

/// The key that a line begins at the very left.
private func topLevelKey(_ line: Substring) -> String? {
  guard let first = line.first, first.isLetter || first == "\"" || first == "'" || first == "_",
    let colon = line.firstIndex(of: ":")
  else { return nil }
  return line[..<colon].filter { !"\"' \t".contains($0) }
}
