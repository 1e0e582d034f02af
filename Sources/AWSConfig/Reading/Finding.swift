import Accounts

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
