/// A page in the macros of man(7), from the top down.
package struct ManualPage {
  package private(set) var text: String
  /// True directly after a title, where no paragraph ends.
  private var isBegun = true

  /// Begins the page of a user command.
  ///
  /// `date` has a form like `2026-01-31`.
  package init(_ name: String, date: String, version: String) {
    text = ".TH \(name.uppercased()) 1 \(date) \"\(name) \(version)\" \"User Commands\"\n"
  }

  mutating func section(_ title: String) {
    text += ".SH \(title)\n"
    isBegun = true
  }

  mutating func subsection(_ title: String) {
    text += ".SS \(title.roff)\n"
    isBegun = true
  }

  /// Adds paragraphs, which are separated by blank lines.
  ///
  /// A paragraph keeps its line breaks.
  package mutating func paragraphs(_ text: String) {
    for paragraph in text.split(separator: "\n\n").map({ String($0) }) {
      let lines = paragraph.split(separator: "\n").map { String($0).roffLine }
      let isTable = lines.count > 1
      self.text += separated(by: ".PP\n") + (isTable ? ".nf\n" : "")
      self.text += lines.map { $0 + "\n" }.joined() + (isTable ? ".fi\n" : "")
    }
  }

  /// Adds a term, and its meaning below it.
  mutating func item(_ term: String, _ meaning: String) {
    isBegun = false
    text += ".TP\n\\fB\(term.roff)\\fR\n"
    text += meaning.split(separator: "\n").map { String($0).roffLine + "\n" }.joined()
  }

  /// Adds a line in bold.
  mutating func command(_ line: String) {
    text += separated(by: ".br\n") + "\\fB\(line.roff)\\fR\n"
  }

  /// The macro between two paragraphs or lines; nothing before the first.
  private mutating func separated(by macro: String) -> String {
    defer { isBegun = false }
    return isBegun ? "" : macro
  }
}

extension String {
  /// The text for roff, character by character: `-` becomes a minus that can be copied into a
  /// command.
  fileprivate var roff: String {
    let signs: [Character: String] = [
      "\\": "\\e", "-": "\\-", "~": "\\(ti", "^": "\\(ha", "'": "\\(aq", "`": "\\(ga",
    ]
    return map { signs[$0] ?? String($0) }.joined()
  }

  /// The text as a line: text between backquotes in bold, and no text read as a request.
  fileprivate var roffLine: String {
    let parts = split(separator: "`", omittingEmptySubsequences: false).map { String($0).roff }
    let isPaired = parts.count % 2 == 1
    let line =
      isPaired
      ? parts.enumerated().map { $0 % 2 == 0 ? $1 : "\\fB\($1)\\fR" }.joined() : roff
    return line.hasPrefix(".") ? "\\&" + line : line
  }
}
