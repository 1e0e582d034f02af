/// One word of a POSIX shell, bash or zsh, whatever it holds.
package func posixQuoted(_ text: String) -> String {
  "'" + text.replacing("'", with: "'\\''") + "'"
}

/// One word of fish, whose single quotes know two escapes.
func fishQuoted(_ text: String) -> String {
  "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
}
