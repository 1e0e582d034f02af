/// A bash command line up to the cursor, split into words as in a shell, but without expansions.
package struct TypedLine: Equatable {
  enum Quote: Equatable {
    case none, single, double
  }

  /// The words before the one at the cursor, without their quotes.
  package var words: [String] = []
  /// The word at the cursor, as typed and without its quotes.
  var raw = ""
  package var current = ""
  /// The quote that is open at the cursor.
  var quote = Quote.none

  package init(_ line: String) {
    var isEscaped = false
    var isWord = false
    for scalar in line.unicodeScalars {
      if isEscaped {
        isEscaped = false
        // In double quotes, a backslash is literal except before these characters.
        if quote == .double, !"\\\"$`".unicodeScalars.contains(scalar) {
          current.unicodeScalars.append("\\")
        }
        current.unicodeScalars.append(scalar)
        raw.unicodeScalars.append(scalar)
        continue
      }
      if quote == .none, scalar == " " || scalar == "\t" || scalar == "\n" {
        if isWord { words.append(current) }
        (raw, current, isWord) = ("", "", false)
        continue
      }
      isWord = true
      raw.unicodeScalars.append(scalar)
      isEscaped = read(scalar)
    }
  }

  /// Reads a character; true for a backslash that escapes the next one.
  private mutating func read(_ scalar: Unicode.Scalar) -> Bool {
    switch (scalar, quote) {
    case ("\\", .none), ("\\", .double): return true
    case ("'", .none): quote = .single
    case ("\"", .none): quote = .double
    case ("'", .single), ("\"", .double): quote = .none
    default: current.unicodeScalars.append(scalar)
    }
    return false
  }
}

extension TypedLine {
  /// The text that bash inserts for a word: without the start that it keeps, and quoted like the
  /// typed text.
  ///
  /// `replaced` is the end of the line that bash replaces: the text after the last `:`, `=` or
  /// quote.
  package func reply(_ word: String, replacing replaced: String) -> String? {
    guard word.unicodeScalars.starts(with: current.unicodeScalars) else { return nil }
    let standing = raw.unicodeScalars.count - replaced.unicodeScalars.count
    let isEnd =
      standing >= 0 && raw.unicodeScalars.dropFirst(standing).elementsEqual(replaced.unicodeScalars)
    let start = isEnd ? String(raw.unicodeScalars.prefix(standing)) : ""
    let rest = word.unicodeScalars.dropFirst(TypedLine(start).current.unicodeScalars.count)
    return rest.map(quoted).joined()
  }

  private func quoted(_ scalar: Unicode.Scalar) -> String {
    switch quote {
    case .single: scalar == "'" ? #"'\''"# : String(scalar)
    case .double:
      switch scalar {
      case "\\", "\"", "$", "`": "\\\(scalar)"
      // The history would expand it.
      case "!": #""'!'""#
      default: String(scalar)
      }
    case .none: isPlain(scalar) ? String(scalar) : "\\\(scalar)"
    }
  }

  private func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    if !scalar.isASCII { return !properties.isWhitespace }
    return properties.isAlphabetic || properties.numericType != nil
      || "_-./@%+,:=".unicodeScalars.contains(scalar)
  }
}
