import Text

/// What an identity can be written as for a shell to evaluate.
package enum ExportFormat: String, Sendable, CaseIterable {
  /// bash, zsh and every other POSIX shell.
  case env
  case fish
  case powershell
}

/// The identity as lines for a shell to evaluate: they set and remove what a subshell would get and lose.
///
/// `SWITCHBACK_DEPTH` is left as it is, since the shell that evaluates them is no deeper than before.
package func exportLines(_ identity: Identity, format: ExportFormat) -> String {
  let (removed, set) = (identity.removedVariables, identity.exportedVariables)
  return switch format {
  case .env: posixLines(removing: removed, setting: set)
  case .fish: fishLines(removing: removed, setting: set)
  case .powershell: powershellLines(removing: removed, setting: set)
  }
}

extension Identity {
  /// What is set outside of a subshell.
  var exportedVariables: [Variable] {
    variables.filter { $0.name != "SWITCHBACK_DEPTH" }
  }
}

/// `unset` and `export`, for `eval "$(...)"`.
func posixLines(removing removed: [String], setting variables: [Variable]) -> String {
  let set = variables.map { "export \($0.name)=\(posixQuoted($0.value))\n" }
  return "unset " + removed.joined(separator: " ") + "\n" + set.joined()
}

/// `set -eg` and `set -gx`, for `| source` and for `eval (...)`, which joins the lines with blanks.
///
/// Without `-g` a universal variable would be erased, which means in every fish, for ever.
func fishLines(removing removed: [String], setting variables: [Variable]) -> String {
  let set = variables.map { "set -gx \($0.name) \(fishQuoted($0.value));\n" }
  return "set -eg " + removed.joined(separator: " ") + ";\n" + set.joined()
}

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
