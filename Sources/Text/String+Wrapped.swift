extension String {
  /// The text with lines wider than `columns` broken at words.
  ///
  /// Indented lines stay whole: they are commands and addresses to copy. So does text between
  /// backquotes, if it fits a line.
  package func wrappedAtWords(to columns: Int) -> String {
    split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in
        line.hasPrefix(" ") || line.shownColumns <= columns
          ? String(line) : line.wrapped(to: columns)
      }.joined(separator: "\n")
  }

  /// The text with lines wider than `columns` broken at words, and hanging indents.
  ///
  /// The rest of each line is indented to the text after its number or key.
  package func wrappedHanging(to columns: Int) -> String {
    split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in
        guard line.shownColumns > columns else { return String(line) }
        let indent = line.hangingIndent
        return line.prefix(indent)
          + line.dropFirst(indent).wrapped(to: max(12, columns - indent))
          .replacing("\n", with: "\n" + String(repeating: " ", count: indent))
      }.joined(separator: "\n")
  }
}

extension Substring {
  /// The column of the text after a number, a key or an indent at the start of its line.
  fileprivate var hangingIndent: Int {
    let blanks = prefix { $0 == " " }.count
    let key = prefixMatch(of: #/ *\S+(?: \S+){0,2}  +/#)?.output.count ?? 0
    return (1...12).contains(key) ? key : Swift.min(blanks, 12)
  }

  /// The width on a terminal: escape sequences take no columns.
  fileprivate var shownColumns: Int {
    contains("\u{1B}") ? String(self).cleaned.columns : String(self).columns
  }

  fileprivate func wrapped(to columns: Int) -> String {
    var lines: [String] = []
    var taken = 0
    for word in words {
      let width = word.shownColumns
      if lines.isEmpty || taken + 1 + width > columns {
        lines.append(String(word))
        taken = width
      } else {
        lines[lines.count - 1] += " " + word
        taken += 1 + width
      }
    }
    return lines.joined(separator: "\n")
  }

  /// The words; text between two backquotes is one word.
  private var words: [Substring] {
    var words: [Substring] = []
    var start = startIndex
    var isQuoted = false
    for place in indices {
      if self[place] == "`" { isQuoted.toggle() }
      guard self[place] == " ", !isQuoted || !self[place...].contains("`") else { continue }
      words.append(self[start..<place])
      start = index(after: place)
    }
    return words + [self[start...]]
  }
}
