/// The first character of a command that would mean something to a shell, and is an ordinary one without.
///
/// Quoting is a POSIX shell's: between single quotes nothing counts, between double ones only `$` and the backtick.
func firstShellCharacter(in command: String) -> Character? {
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
  // Elsewhere in a word a tilde is nothing to a shell, either.
  case ("~", nil): before.isWhitespace
  default: false
  }
}
