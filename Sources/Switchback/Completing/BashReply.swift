extension TypedLine {
  /// What bash is to insert for a word: without the start that it leaves standing, quoted as what is typed is.
  ///
  /// `replaced` is the end of the line that bash puts it in the place of: what follows the last `:`, `=` or quote.
  func reply(_ word: String, replacing replaced: String) -> String? {
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
