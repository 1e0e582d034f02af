import Foundation
import Yams

/// Why a text is not YAML, and the line, counted from 1.
package struct YAMLParsingError: Error {
  package let line: Int
  package let reason: String

  package init(line: Int, reason: String) {
    self.line = line
    self.reason = reason
  }

  init(_ error: any Error, in text: String) {
    switch error as? YamlError {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      // An unclosed construct is detected after the last line; the line where it began is more
      // helpful.
      let last = lineCount(text)
      line = min(last, mark.line > last ? context?.mark.line ?? mark.line : mark.line)
      reason = Self.describe(problem, context, last)
    case .reader(let problem, let offset, _, _):
      line = 1 + text.utf8.prefix(offset ?? 0).count { $0 == UInt8(ascii: "\n") }
      reason = problem
    case .duplicatedKeysInMapping(let keys, let context):
      line = context.mark.line
      reason =
        "the key '\(keys.first ?? "")' appears twice in one mapping"
        + (secondLine(context.mark, in: text).map { ", again on line \($0)" } ?? "")
    default:
      line = 1
      reason = "\(error)"
    }
  }

  static func tooDeep(line: Int) -> YAMLParsingError {
    YAMLParsingError(
      line: line,
      reason: "lists and mappings are nested more than \(YAMLShape.deepest) levels deep")
  }

  static func aliasInKey(line: Int) -> YAMLParsingError {
    YAMLParsingError(
      line: line, reason: "a key here is an alias, a list or a mapping; it must be a word")
  }

  static func tooManyNodes(line: Int) -> YAMLParsingError {
    YAMLParsingError(
      line: line,
      reason: "its aliases expand to too much content; use fewer aliases")
  }

  private static func describe(
    _ problem: String, _ context: YamlError.Context?, _ last: Int
  ) -> String {
    guard let context else { return problem }
    return "\(problem) (\(context.text) that began on line \(min(context.mark.line, last)))"
  }
}

/// The next line with the same key at the same column as a mark.
private func secondLine(_ mark: Mark, in text: String) -> Int? {
  let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    .map { $0.dropFirst(mark.column - 1) }
  guard lines.indices.contains(mark.line - 1) else { return nil }
  let key = lines[mark.line - 1].prefix { $0 != ":" } + ":"
  return lines[mark.line...].firstIndex { $0.hasPrefix(key) }.map { $0 + 1 }
}

private func lineCount(_ text: String) -> Int {
  text.count { $0.isNewline } + (text.last?.isNewline == true ? 0 : 1)
}
