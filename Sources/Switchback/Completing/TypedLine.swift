/// A command line as it was typed in bash up to the cursor, taken apart as a shell would, but with nothing expanded.
struct TypedLine: Equatable {
  enum Quote: Equatable {
    case none, single, double
  }

  /// The words before the one at the cursor, without their quotes.
  var words: [String] = []
  /// The word at the cursor, as it stands, and without its quotes.
  var raw = ""
  var current = ""
  /// The quote that is open at the cursor.
  var quote = Quote.none

  init(_ line: String) {
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
