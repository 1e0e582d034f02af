extension String {
  /// The text, lines of more than so many columns broken at words.
  ///
  /// Indented lines stay whole: they are commands and addresses to be copied. So does what stands between backquotes,
  /// where it fits a line.
  package func wrappedAtWords(to columns: Int) -> String {
    split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in
        line.hasPrefix(" ") || line.shownColumns <= columns
          ? String(line) : line.wrapped(to: columns)
      }.joined(separator: "\n")
  }
}

extension Substring {
  /// As a terminal shows it: escape sequences take no columns.
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

  /// The words, with those between two backquotes as one.
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
