import Text
import YAML
import Yams

// Distinguishes texts that contain the words of keys from keys that became part of a text.

extension YAMLReader {
  /// True for a harmless text under a key that other programs use for texts.
  mutating func isNote(_ key: String, _ value: Node) -> Bool {
    wordsForTexts.contains(key.lowercased()) && (isBlockOfWords(value) || standsOnOneLine(value))
  }

  /// True for a text that is complete on its line, so that it cannot contain a line meant as a key.
  mutating func standsOnOneLine(_ node: Node) -> Bool {
    guard case .scalar(let scalar) = node, !scalar.string.contains(where: \.isNewline)
    else { return false }
    let lines =
      self.lines ?? text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    self.lines = lines
    guard lines.indices.contains(node.line - 1) else { return false }
    let line = lines[node.line - 1]
    if isQuotedWhole(scalar, in: line) { return true }
    return !holdsKey(scalar.string, afterComma: true) && line.contains(scalar.string)
  }
}

/// True for a text of several lines, after `|` or `>`, without a line that is a setting on its own.
private func isBlockOfWords(_ node: Node) -> Bool {
  guard case .scalar(let scalar) = node, scalar.style == .literal || scalar.style == .folded
  else { return false }
  return !scalar.string.split(whereSeparator: \.isNewline).contains { line in
    let halves = line.split(separator: ":", maxSplits: 1).map { String($0).trimmed }
    return halves.count == 2 && !halves[0].contains(" ")
      && holdsKey(halves[0].lowercased() + ":")
  }
}

/// The keys that hold a text in the files of other programs.
private let wordsForTexts: Set<String> = [
  "note", "notes", "comment", "comments", "description", "desc", "title", "remark", "remarks",
  "info", "summary", "about", "text", "owner", "purpose", "doc", "docs", "todo", "reason",
]

/// True if a quoted text begins and ends on this line, with nothing after it that it may have
/// swallowed a part of.
///
/// One that ends in a comma or a colon is the text between two quoted ones whose quotes were lost.
private func isQuotedWhole(_ scalar: Node.Scalar, in line: Substring) -> Bool {
  guard scalar.style == .doubleQuoted || scalar.style == .singleQuoted, let mark = scalar.mark,
    let last = scalar.string.last(where: { $0 != " " }), last != ",", last != ":"
  else { return false }
  let quote: Unicode.Scalar = scalar.style == .doubleQuoted ? "\"" : "'"
  var rest = line.unicodeScalars.dropFirst(mark.column - 1)
  guard rest.popFirst() == quote else { return false }
  while let next = rest.popFirst() {
    if next == "\\", quote == "\"" {
      rest = rest.dropFirst()
    } else if next == quote {
      guard quote == "'", rest.first == quote else {
        return rest.first { $0 != " " }.map { "#,}]".unicodeScalars.contains($0) } ?? true
      }
      rest = rest.dropFirst()
    }
  }
  return false
}

/// True for a text that contains a protecting key and its colon, as lines taken for text do.
///
/// With `afterComma` only if a comma is before the key, as between `{` and `}`.
func holdsKey(_ text: String, afterComma: Bool = false) -> Bool {
  let text = text.lowercased()
  func isBeside(_ character: Character) -> Bool {
    character != " " && character != "\"" && character != "'"
  }
  return ["confirm", "read_only", "read-only", "readonly"].contains { word in
    text.ranges(of: word).contains { range in
      text[range.upperBound...].first(where: isBeside) == ":"
        && (!afterComma || text[..<range.lowerBound].last(where: isBeside) == ",")
    }
  }
}
