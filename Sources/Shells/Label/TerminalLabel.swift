import Canvas

/// The bytes that name the terminal's window after an identity and mark it, and those that give back its title, its
/// colours and what a shell that was killed had switched on.
package struct TerminalLabel: Sendable, Equatable {
  package var set: [UInt8]
  package var undo: [UInt8]

  /// The label for a terminal; empty where it has no title, or no way to give one back (the Linux
  /// console, GNU screen).
  package init(
    _ identity: Identity, marks: TerminalMarks = TerminalMarks(), environment: [String: String]
  ) {
    guard supportsTitles(environment) else {
      self.init(set: [], undo: [])
      return
    }
    // XTWINOPS 22 and 23 push and pop the title (xterm, ctlseqs); OSC 2 sets it.
    let title = "\u{1B}[22;0t\u{1B}]2;\(identity.title)\u{1B}\\"
    let undo = promptReset + marks.undo(environment) + "\u{1B}[23;0t"
    self.init(
      set: Array((title + marks.set(identity.color, environment)).utf8), undo: Array(undo.utf8))
  }

  package init(set: [UInt8], undo: [UInt8]) {
    self.set = set
    self.undo = undo
  }
}

/// A shell killed at its prompt leaves these on: colours, bracketed paste, application cursor keys, keypad.
private let promptReset = "\u{1B}[0m\u{1B}[?2004l\u{1B}[?1l\u{1B}>"

/// Whether titles can be set and given back on the terminal that the environment describes.
func supportsTitles(_ environment: [String: String]) -> Bool {
  let terminal = environment["TERM"] ?? ""
  let without = ["dumb", "unknown", "linux", "vt100", "vt102", "vt220"]
  return !terminal.isEmpty && !without.contains(terminal) && environment["STY"] == nil
}

extension Identity {
  var title: String {
    // However long the name, what follows it is shown.
    let name = label.prefix(100) + (isReadOnly ? " (read-only)" : "")
    let parts = [String(name), accountID?.cleaned, roleName?.cleaned].compactMap { $0 }
    return String(parts.joined(separator: " · ").prefix(200))
  }
}
