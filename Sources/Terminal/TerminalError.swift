/// The reason why a terminal cannot be used.
package enum TerminalError: Error, Hashable, CustomStringConvertible {
  /// There is no terminal: /dev/tty cannot be opened, with the system's reason.
  case noTerminal(reason: String)
  case termNotSet
  /// `TERM` names a terminal that has no terminfo entry.
  case termNotKnown(String)
  /// `TERM` names a terminal that cannot place text on its screen.
  case termTooSimple(String)
  /// The terminfo entry for `TERM` in this file cannot be used, for this reason.
  case entryDamaged(String, file: String, reason: String)
  /// There is no user to ask.
  case cannotAsk(String, reason: String)

  package var description: String {
    switch self {
    case .noTerminal(let reason):
      "No terminal for the picker (/dev/tty: \(reason)). " + withoutTerminal
    case .termNotSet:
      "TERM is not set, so Switchback does not know how to draw on this terminal."
    case .termNotKnown(let term):
      "TERM is '\(term)', which this machine has no terminfo entry for; "
        + "TERM=xterm-256color may do, or the package ncurses-term."
    case .termTooSimple(let term):
      "TERM is '\(term)', a terminal that cannot show the picker."
    case .entryDamaged(let term, let file, let reason):
      "The terminfo entry for TERM=\(term) in \(file) is damaged: \(reason). "
        + "Install it again (tic), or set another TERM, e.g. xterm-256color."
    case .cannotAsk(let prompt, let reason):
      "'\(prompt)' cannot be asked: there is no terminal (/dev/tty: \(reason))."
    }
  }
}

private let withoutTerminal =
  "Without one, `switchback list --filter QUERY` finds entries and `switchback exec ENTRY -- "
  + "COMMAND ...` runs a command as one."
