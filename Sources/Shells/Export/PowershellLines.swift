/// `Remove-Item` and `$Env:`, each whole on its line: `| Invoke-Expression` evaluates one line after the other.
func powershellLines(removing removed: [String], setting variables: [Variable]) -> String {
  let removals = removed.map { "Remove-Item Env:\($0) -ErrorAction SilentlyContinue\n" }
  let set = variables.map { "$Env:\($0.name) = \(powershellQuoted($0.value))\n" }
  return removals.joined() + set.joined()
}

/// An expression that gives the text, whatever it holds, in printable ASCII alone.
///
/// PowerShell takes U+2018 to U+201B for quotes, and decodes what it reads by the console's code page, which may
/// make such a quote of two bytes of something else.
func powershellQuoted(_ text: String) -> String {
  // Begins with a string, since a number added to a string is neither.
  var expression = "'"
  var isInQuotes = true
  for unit in text.utf16 {
    let isPlain = (0x20...0x7E).contains(unit)
    if isInQuotes != isPlain { expression += isPlain ? " + '" : "'" }
    isInQuotes = isPlain
    switch UnicodeScalar(unit) {
    case "'"?: expression += "''"
    case let letter? where isPlain: expression.unicodeScalars.append(letter)
    default: expression += " + [char]0x" + String(unit, radix: 16, uppercase: true)
    }
  }
  return isInQuotes ? expression + "'" : expression
}
