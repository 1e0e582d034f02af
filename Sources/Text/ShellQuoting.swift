/// A text as one word of a POSIX shell, bash or zsh.
package func posixQuoted(_ text: String) -> String {
  "'" + text.replacingScalars { $0 == "'" ? "'\\''" : nil } + "'"
}

/// The same, without quotes if every character is literal in every shell.
package func posixQuotedIfNeeded(_ text: String) -> String {
  // Before a command, NAME=value would be an assignment.
  let signs = text.hasPrefix("-") ? "-_./:@%+,=" : "-_./:@%+,"
  let isLiteral = text.utf8.allSatisfy { byte in
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: signs.utf8.contains(byte)
    }
  }
  return isLiteral && !text.isEmpty ? text : posixQuoted(text)
}

/// A text as one word of fish, on one line.
///
/// Single quotes in fish have two escapes and none for a line break.
package func fishQuoted(_ text: String) -> String {
  let inside = text.replacingScalars { scalar in
    switch scalar {
    case "\\": "\\\\"
    case "'": "\\'"
    case "\n": "'\\n'"
    case "\r": "'\\r'"
    default: nil
    }
  }
  return "'" + inside + "'"
}

extension String {
  /// The text with the scalars replaced for which `replacement` returns a text.
  ///
  /// A quote with an accent is one character to Swift and not a quote, but a shell sees a quote.
  func replacingScalars(_ replacement: (Unicode.Scalar) -> String?) -> String {
    var replaced = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if let text = replacement(scalar) {
        replaced.append(contentsOf: text.unicodeScalars)
      } else {
        replaced.append(scalar)
      }
    }
    return String(replaced)
  }
}
