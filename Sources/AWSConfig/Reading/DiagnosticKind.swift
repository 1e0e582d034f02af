import Accounts
import Text

/// A part of a file that was read differently than by the AWS CLI, or not read.
enum DiagnosticKind: Hashable {
  case inlineComment(key: String)
  case repeatedSection(String, first: Int)
  /// A section with the same name as an earlier one, written differently.
  case sameName(String, first: Int)
  /// A section with the same name as another one, which is written as the AWS CLI needs it and
  /// used.
  case sameNameElsewhere(String, line: Int)
  case repeatedKey(String, first: Int)
  case defaultTwice(prefixed: Int)
  case nameNotOneWord(String)
  /// A name without the prefix that all names but `default` need in the config file.
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
  /// A command that was apparently written for a shell, and the character that shows it.
  case noShell(key: String, Character)
  case notUTF8
}

extension DiagnosticKind: CustomStringConvertible {
  /// A sentence; it quotes names and keys, but never values, which may be secrets.
  var description: String {
    switch self {
    case .inlineComment(let key):
      "The comment after the value of `\(short(key))` was left out. The AWS CLI reads it as part "
        + "of the value: put it on a line of its own."
    case .repeatedSection(let name, let first):
      "[\(short(name))] was already started on line \(first); the two were merged, and the last "
        + "value of each key is used. The AWS CLI rejects such a file."
    case .sameName(let header, let first):
      "[\(short(header))] has the name of the section on line \(first), written differently; the "
        + "two were merged. The AWS CLI only uses the last of them. Keep one."
    case .sameNameElsewhere(let header, let line):
      "[\(short(header))] was ignored, since the section on line \(line) has the same name, "
        + "written differently. The AWS CLI does not merge them. Keep one."
    case .repeatedKey(let key, let first):
      "`\(short(key))` is already set on line \(first); the last value is used. The AWS CLI "
        + "rejects such a file."
    case .defaultTwice(let prefixed):
      "[default] was ignored, since [profile default] on line \(prefixed) has the same name. Keep "
        + "one."
    case .nameNotOneWord(let header):
      "[\(short(header))] was ignored: one name must follow the first word. Quote a name that "
        + "contains spaces: [profile \"a b\"]."
    case .noPrefix(let header):
      "[\(short(header))] was ignored: in the config file a profile has a prefix. Write "
        + "[profile \(short(quotedName(header)))]."
    case .misspelt(let header, let meant):
      "[\(short(header))] was ignored: AWS's tools only read it if it is written "
        + "[\(short(meant))]. Correct it."
    case .unknownSection(let header):
      "[\(short(header))] was ignored: AWS's tools do not read such a section."
    case .prefixInCredentials(let header, let meant):
      "[\(short(header))] was ignored: in the credentials file a profile has no prefix. Write "
        + "[\(short(meant))]."
    case .belongsInConfig(let header):
      "[\(short(header))] was ignored: such a section belongs in the config file."
    case .commentAfterHeader(let header):
      "The comment after [\(short(header))] contains a bracket, so the AWS CLI reads part of it as "
        + "the name. Put it on a line of its own."
    case .noName:
      "A section header has no name; the lines under it were ignored. Write [profile NAME]."
    case .halfHeader:
      "A section header lacks a bracket; the lines under it were ignored. Write [profile NAME]."
    case .noDelimiter: "This line has no `=`, so it was ignored."
    case .noKey: "There is no key before the `=`, so this line was ignored."
    case .outsideSection: "This line comes before any section, so it was ignored."
    case .notInBlock(let key):
      "This line, under `\(short(key))`, is not of the form `key = value`, so it was ignored."
    case .noShell(let key, let sign):
      "`\(sign)` in `\(key)` is passed to the command unchanged: the command runs without a shell, "
        + "as in the AWS CLI. To use a shell, write sh -c '...'."
    case .notUTF8: "This line is not UTF-8 text, so it was ignored."
    }
  }
}

private func short(_ text: String) -> String {
  let text = maskingKeys(text)
  return text.count > 60 ? text.prefix(59) + "…" : text
}

/// A name as it must be written in a header of the config file.
private func quotedName(_ name: String) -> String {
  name.contains(where: \.isWhitespace) ? "\"\(name)\"" : name
}

/// The diagnostics of one file: the first 20 of each group, and a count of the rest.
struct DiagnosticCollector {
  private static let limit = 20

  private let file: String
  private var diagnostics: [Diagnostic] = []
  private var counts: [DiagnosticKind.Group: (count: Int, lastKept: Int)] = [:]

  init(file: String) {
    self.file = file
  }

  mutating func add(_ kind: DiagnosticKind, line: Int) {
    let seen = counts[kind.group] ?? (0, 0)
    let isKept = seen.count < Self.limit
    counts[kind.group] = (seen.count + 1, isKept ? line : seen.lastKept)
    if isKept { diagnostics.append(Diagnostic(Origin(file: file, line: line), "\(kind)")) }
  }

  /// All of them, in the order of their lines.
  func all() -> [Diagnostic] {
    let rest = counts.values.filter { $0.count > Self.limit }.map { count, line in
      Diagnostic(
        Origin(file: file, line: line),
        "The same applies to \(count - Self.limit) more places in this file, which are not listed.")
    }
    return (diagnostics + rest).enumerated()
      .sorted { ($0.element.origin.line, $0.offset) < ($1.element.origin.line, $1.offset) }
      .map(\.element)
  }
}

extension DiagnosticKind {
  /// The groups whose diagnostics are counted together.
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
