/// A command line as it was typed in bash up to the cursor, taken apart as a shell would, but with nothing expanded.
package struct TypedLine: Equatable {
  enum Quote: Equatable {
    case none, single, double
  }

  /// The words before the one at the cursor, without their quotes.
  package var words: [String] = []
  /// The word at the cursor, as it stands, and without its quotes.
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
        // In double quotes a backslash stands for itself before all but these.
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

  /// True for a backslash that has the next character stand for itself.
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
  /// What bash is to insert for a word: without the start that it leaves standing, quoted as what is typed is.
  ///
  /// `replaced` is the end of the line that bash puts it in the place of: what follows the last `:`, `=` or quote.
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
      // Which the history would expand.
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
