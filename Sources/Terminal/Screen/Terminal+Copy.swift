extension Terminal {
  /// Puts a text on the clipboard of whoever looks at the screen, however far away.
  ///
  /// Terminals may refuse it, and cannot say so. tmux passes it on where its `set-clipboard` is on.
  package func copy(_ text: String) {
    send(sequence(copying: text))
  }
}

/// xterm's OSC 52, which sets the clipboard to a text.
package func sequence(copying text: String) -> [UInt8] {
  bytes("\u{1b}]52;c;" + base64(bytes(text)) + "\u{1b}\\")
}
