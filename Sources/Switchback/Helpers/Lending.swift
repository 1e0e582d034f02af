import Canvas
import Terminal

/// What a program that is run for credentials has of the user: a terminal to ask at, and somebody
/// who sees what it says.
struct TerminalAccess: Sendable {
  /// Gives way when the program of that name asks; nil where the user is not to be asked.
  var lender: (@Sendable (_ program: String) -> TerminalLender)?
  /// Shows a line that a program has said on standard error; nil where it is not shown.
  var say: (@Sendable (_ line: String) -> Void)?
  /// What was shown is still to be seen when the program has failed.
  var keepsLines = false

  /// For what runs in the background, or for many entries at once.
  static let noAccess = TerminalAccess()
}

/// The line over a question: who asks, and for what.
func heading(of program: String, for entry: String, keys: String) -> String {
  "\(program) asks, for the credentials of \(entry.cleaned.truncated(to: 40)) (\(keys)):"
}
