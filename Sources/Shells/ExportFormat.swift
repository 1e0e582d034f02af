import Text

/// The syntax in which an identity is written for a shell to evaluate.
package enum ExportFormat: String, Sendable, CaseIterable {
  /// bash, zsh and every other POSIX shell.
  case env
  case fish
  case powershell
}

/// The identity as lines for a shell to evaluate.
///
/// They set the variables that a subshell would have, and remove those that it would not have.
///
/// `SWITCHBACK_DEPTH` does not change, because the shell that evaluates them is not nested deeper.
package func exportLines(_ identity: Identity, format: ExportFormat) -> String {
  let (removed, set) = (identity.removedVariables, identity.exportedVariables)
  return switch format {
  case .env: posixLines(removing: removed, setting: set)
  case .fish: fishLines(removing: removed, setting: set)
  case .powershell: powershellLines(removing: removed, setting: set)
  }
}

extension Identity {
  /// The variables that are set outside of a subshell.
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
/// Without `-g` a universal variable would be erased, permanently and in every fish.
func fishLines(removing removed: [String], setting variables: [Variable]) -> String {
  let set = variables.map { "set -gx \($0.name) \(fishQuoted($0.value));\n" }
  return "set -eg " + removed.joined(separator: " ") + ";\n" + set.joined()
}

/// `Remove-Item` and `$Env:`, each complete on its line: `| Invoke-Expression` evaluates line by
/// line.
func powershellLines(removing removed: [String], setting variables: [Variable]) -> String {
  let removals = removed.map { "Remove-Item Env:\($0) -ErrorAction SilentlyContinue\n" }
  let set = variables.map { "$Env:\($0.name) = \(powershellQuoted($0.value))\n" }
  return removals.joined() + set.joined()
}

/// An expression for any text, in printable ASCII only.
///
/// PowerShell reads U+2018 to U+201B as quotes, and decodes its input by the console's code page,
/// which can turn two bytes of another character into such a quote.
func powershellQuoted(_ text: String) -> String {
  // Begins with a string, because `[char]` plus a string is not a string.
  var expression = "'"
  var isInQuotes = true
  for unit in text.utf16 {
    let isPrintable = (0x20...0x7E).contains(unit)
    if isInQuotes != isPrintable { expression += isPrintable ? " + '" : "'" }
    isInQuotes = isPrintable
    switch UnicodeScalar(unit) {
    case "'"?: expression += "''"
    case let letter? where isPrintable: expression.unicodeScalars.append(letter)
    default: expression += " + [char]0x" + String(unit, radix: 16, uppercase: true)
    }
  }
  return isInQuotes ? expression + "'" : expression
}
