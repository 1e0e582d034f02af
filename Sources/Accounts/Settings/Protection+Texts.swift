import YAML
import Yams

// Tells texts that hold the words of keys from keys that became part of a text.

extension YAMLReader {
  /// True for a text under a key that other programs have texts under, which says nothing of its own.
  func isNote(_ key: String, _ value: Node) -> Bool {
    wordsForTexts.contains(key.lowercased()) && standsOnOneLine(value)
  }

  /// True for a text that is whole in its line, so that nothing was taken for a part of it that was meant as a key.
  func standsOnOneLine(_ node: Node) -> Bool {
    guard case .scalar(let scalar) = node, !scalar.string.contains(where: \.isNewline)
    else { return false }
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard lines.indices.contains(node.line - 1) else { return false }
    let line = lines[node.line - 1]
    if isQuotedWhole(scalar, in: line) { return true }
    return !holdsKey(scalar.string, afterComma: true) && line.contains(scalar.string)
  }
}

/// The keys that hold a text in what other programs write.
private let wordsForTexts: Set<String> = [
  "note", "notes", "comment", "comments", "description", "desc", "title", "remark", "remarks",
  "info", "summary", "about", "text", "owner", "purpose", "doc", "docs", "todo", "reason",
]

/// True where a quoted text begins and ends in this line, with nothing behind it that it may have swallowed a part of.
///
/// One that ends in a comma or a colon is what stands between two texts, of which the quotes were lost.
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

/// True for a text in which a key that protects stands with its colon, as in lines that were taken for text; with
/// `afterComma` only for one in which a comma is before it, as between `{` and `}`.
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
