/// One word of a POSIX shell, bash or zsh, whatever it holds.
package func posixQuoted(_ text: String) -> String {
  "'" + text.replacingScalars { $0 == "'" ? "'\\''" : nil } + "'"
}

/// The same, without quotes where every character stands for itself in every shell.
package func posixQuotedIfNeeded(_ text: String) -> String {
  // Before a command NAME=value would be an assignment.
  let signs = text.hasPrefix("-") ? "-_./:@%+,=" : "-_./:@%+,"
  let plain = text.utf8.allSatisfy { byte in
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: signs.utf8.contains(byte)
    }
  }
  return plain && !text.isEmpty ? text : posixQuoted(text)
}

/// One word of fish, whatever it holds, on one line: its single quotes know two escapes, and none for a line's end.
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
  /// The text with some scalars replaced, where `replacement` gives something for them.
  ///
  /// A quote under an accent is one character to Swift, and no quote, but to a shell it is a quote.
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
