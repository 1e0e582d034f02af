import Accounts
import Text

/// Something that was read otherwise than the AWS CLI reads it, or not at all.
enum DiagnosticKind: Hashable {
  case inlineComment(key: String)
  case repeatedSection(String, first: Int)
  /// A section whose name one before it has too, written differently.
  case sameName(String, first: Int)
  /// A section whose name another has too, written as the AWS CLI wants it, which is used.
  case sameNameElsewhere(String, line: Int)
  case repeatedKey(String, first: Int)
  case defaultTwice(prefixed: Int)
  case nameNotOneWord(String)
  /// In the config file, where all names but `default` have a prefix.
  case noPrefix(String)
  case misspelt(String, meant: String)
  case unknownSection(String)
  case prefixInCredentials(String, meant: String)
  case belongsInConfig(String)
  case commentAfterHeader(String)
  case noName
  case halfHeader
  case noDelimiter
  case noKey
  case outsideSection
  case notInBlock(key: String)
  /// A command that seems to be written for a shell, and the character that shows it.
  case noShell(key: String, Character)
  case notUTF8
}

extension DiagnosticKind: CustomStringConvertible {
  /// A sentence; it quotes names and keys but never a value, which may be a secret.
  var description: String {
    switch self {
    case .inlineComment(let key):
      "The comment after the value of `\(short(key))` was left out. The AWS CLI takes it for part of "
        + "the value: put it on a line of its own."
    case .repeatedSection(let name, let first):
      "[\(short(name))] began on line \(first) already; the two were merged, the last value of a key "
        + "winning. The AWS CLI refuses such a file."
    case .repeatedKey(let key, let first):
      "`\(short(key))` is set on line \(first) already; the last one was taken. The AWS CLI refuses "
        + "such a file."
    case .defaultTwice(let prefixed):
      "[default] was ignored, since [profile default] on line \(prefixed) has the same name. Keep one."
    case .sameName(let header, let first):
      "[\(short(header))] has the name of the section on line \(first), written differently; the two were "
        + "merged. The AWS CLI takes the last of them alone. Keep one."
    case .sameNameElsewhere(let header, let line):
      "[\(short(header))] was ignored, since the section on line \(line) has the same name, written "
        + "differently. The AWS CLI does not add them up. Keep one."
    case .halfHeader:
      "A section's header lacks a bracket; what stands under it was ignored. Write [profile NAME]."
    case .noDelimiter:
      "This line has no `=`, so it was ignored."
    case .noKey:
      "Nothing stands before the `=`, so this line was ignored."
    case .outsideSection:
      "This line stands before any section, so it was ignored."
    case .notInBlock(let key):
      "This line, under `\(short(key))`, is not of the form `key = value`, so it was ignored."
    case .noShell(let key, let sign):
      "`\(sign)` in `\(key)` reaches the command as it stands: it is run without a shell, as the AWS CLI "
        + "does. Where one is wanted, write sh -c '...'."
    case .notUTF8:
      "This line is not UTF-8 text, so it was ignored."
    default: headerDescription
    }
  }

  private var headerDescription: String {
    switch self {
    case .nameNotOneWord(let header):
      "[\(short(header))] was ignored: one name must follow the first word. Quote a name that holds "
        + "spaces: [profile \"a b\"]."
    case .noPrefix(let header):
      "[\(short(header))] was ignored: in the config file a profile has a prefix. Write "
        + "[profile \(short(quotedName(header)))]."
    case .misspelt(let header, let meant):
      "[\(short(header))] was ignored: AWS's tools read it only as [\(short(meant))]. Write it so."
    case .prefixInCredentials(let header, let meant):
      "[\(short(header))] was ignored: in the credentials file a profile has no prefix. Write "
        + "[\(short(meant))]."
    case .belongsInConfig(let header):
      "[\(short(header))] was ignored: such a section belongs in the config file."
    case .commentAfterHeader(let header):
      "The comment after [\(short(header))] holds a bracket, so that the AWS CLI takes part of it for the "
        + "name. Put it on a line of its own."
    case .noName:
      "A section's header has no name; what stands under it was ignored. Write [profile NAME]."
    case .unknownSection(let header):
      "[\(short(header))] was ignored: AWS's tools read no such section."
    default: ""
    }
  }
}

private func short(_ text: String) -> String {
  let text = maskingKeys(text)
  return text.count > 60 ? text.prefix(59) + "…" : text
}

/// A name as a header of the config file wants it.
private func quotedName(_ name: String) -> String {
  name.contains(where: \.isWhitespace) ? "\"\(name)\"" : name
}

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
