/// Whoever has the user's terminal, and gives way for what a helper asks there.
package struct TerminalLender: Sendable {
  /// How a question came to its end.
  package enum Outcome: Sendable {
    /// The helper has ended, or was given up by others.
    case finished
    /// By Ctrl-C.
    case interrupted
    /// By a lone Escape.
    case escaped
  }

  /// A line that says who asks, shown before anything that the helper writes.
  var heading: String
  /// Nothing but what the helper writes is written: the terminal may know no escape sequences.
  var isPlain: Bool
  /// After how many milliseconds Escape is a lone one, which gives the helper up; nil where it is a
  /// key like others.
  var escapeTimeout: Int?
  /// Leaves the terminal, with the settings that it was found with; false where it cannot be had.
  ///
  /// Called on the helper's thread, as is `comeBack`.
  var leave: @Sendable () -> Bool
  /// The helper and all that it has started has ended, and the terminal is as `leave` left it.
  var takeBack: @Sendable (Outcome) -> Void

  package init(
    heading: String, isPlain: Bool, escapePatience: Int?, leave: @escaping @Sendable () -> Bool,
    comeBack: @escaping @Sendable (Outcome) -> Void
  ) {
    self.heading = heading
    self.isPlain = isPlain
    self.escapeTimeout = escapePatience
    self.leave = leave
    self.takeBack = comeBack
  }
}
