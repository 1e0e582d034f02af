/// The words of a text quoted for a POSIX shell, with nothing expanded; nil if a quote is left
/// open.
///
/// This is Python's `shlex.split`, which the AWS CLI uses for profile names and
/// `credential_process`.
package func shellWords(_ text: String) -> [String]? {
  var splitter = WordSplitter()
  for scalar in text.unicodeScalars { splitter.read(scalar) }
  return splitter.finish()
}

private struct WordSplitter {
  private enum Quote {
    case none, single, double
  }

  private var words: [String] = []
  private var word: String.UnicodeScalarView?
  private var quote = Quote.none
  private var escaped = false

  mutating func read(_ scalar: Unicode.Scalar) {
    switch (quote, scalar) {
    case _ where escaped: readEscaped(scalar)
    case (.none, "\\"), (.double, "\\"): begin(escaping: true)
    case (.none, "'"): begin(.single)
    case (.none, "\""): begin(.double)
    case (.single, "'"), (.double, "\""): quote = .none
    case (.none, " "), (.none, "\t"), (.none, "\r"), (.none, "\n"): endWord()
    default: append(scalar)
    }
  }

  mutating func finish() -> [String]? {
    guard case .none = quote, !escaped else { return nil }
    endWord()
    return words
  }

  // Between double quotes, a backslash keeps its meaning only before a quote or another backslash.
  private mutating func readEscaped(_ scalar: Unicode.Scalar) {
    escaped = false
    if case .double = quote, scalar != "\"", scalar != "\\" { append("\\") }
    append(scalar)
  }

  private mutating func begin(_ quote: Quote? = nil, escaping: Bool = false) {
    word = word ?? String.UnicodeScalarView()
    if let quote { self.quote = quote }
    escaped = escaping
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    var longer = word ?? String.UnicodeScalarView()
    word = nil
    longer.append(scalar)
    word = longer
  }

  private mutating func endWord() {
    if let word { words.append(String(word)) }
    word = nil
  }
}

/// The first character of a command that only a shell would treat specially.
///
/// Quoting is that of a POSIX shell: nothing is special between single quotes, and only `$` and the
/// backtick between double quotes.
package func firstShellCharacter(in command: String) -> Character? {
  var quote: Character?
  var isEscaped = false
  var before: Character = " "
  for character in command {
    defer { before = character }
    if isEscaped {
      isEscaped = false
    } else if character == "\\", quote != "'" {
      isEscaped = true
    } else if character == quote {
      quote = nil
    } else if quote == nil, character == "'" || character == "\"" {
      quote = character
    } else if isShellCharacter(character, after: before, in: quote) {
      return character
    }
  }
  return nil
}

private func isShellCharacter(
  _ character: Character, after before: Character, in quote: Character?
) -> Bool {
  switch (character, quote) {
  case (_, "'"): false
  case ("$", _), ("`", _): true
  case ("|", nil), ("&", nil), (";", nil), ("<", nil), (">", nil): true
  // A tilde elsewhere in a word is literal to a shell, too.
  case ("~", nil): before.isWhitespace
  default: false
  }
}
