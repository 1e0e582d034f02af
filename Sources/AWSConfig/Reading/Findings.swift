import Accounts

/// What was found in one file; of each sort the first 20 are kept, and the rest are counted in a line.
struct DiagnosticCollector {
  private static let limit = 20

  private let file: String
  private var diagnostics: [Diagnostic] = []
  private var counts: [DiagnosticKind.Group: (count: Int, lastKept: Int)] = [:]

  init(file: String) {
    self.file = file
  }

  mutating func add(_ finding: DiagnosticKind, line: Int) {
    let seen = counts[finding.group] ?? (0, 0)
    let isKept = seen.count < Self.limit
    counts[finding.group] = (seen.count + 1, isKept ? line : seen.lastKept)
    if isKept { diagnostics.append(Diagnostic(Origin(file: file, line: line), "\(finding)")) }
  }

  /// All of them, in the order of their lines.
  func all() -> [Diagnostic] {
    let rest = counts.values.filter { $0.count > Self.limit }.map { count, line in
      Diagnostic(
        Origin(file: file, line: line),
        "The same holds for \(count - Self.limit) more places of this file, which are not listed.")
    }
    return (diagnostics + rest).enumerated()
      .sorted { ($0.element.origin.line, $0.offset) < ($1.element.origin.line, $1.offset) }
      .map(\.element)
  }
}

extension DiagnosticKind {
  /// What findings have in common that are counted together.
  enum Group: Hashable {
    case comment, repetition, header, line, command, encoding
  }

  var group: Group {
    switch self {
    case .inlineComment: .comment
    case .repeatedSection, .sameName, .sameNameElsewhere, .repeatedKey, .defaultTwice: .repetition
    case .nameNotOneWord, .noPrefix, .misspelt, .unknownSection, .prefixInCredentials,
      .belongsInConfig,
      .commentAfterHeader, .noName, .halfHeader:
      .header
    case .noDelimiter, .noKey, .outsideSection, .notInBlock: .line
    case .noShell: .command
    case .notUTF8: .encoding
    }
  }
}
