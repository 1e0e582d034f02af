/// `text` split into words as a POSIX shell quotes them, with nothing expanded; nil where a quote is left open.
///
/// This is what Python's `shlex.split` does, with which the AWS CLI reads profile names and `credential_process`.
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
