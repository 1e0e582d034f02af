/// A program to run, with all that it gets.
package struct Child: Sendable {
  /// Absolute, or with a slash: no PATH is searched.
  ///
  /// See `findCommand`.
  package var path: String
  /// All of them, the program's own name first.
  package var arguments: [String]
  /// All of it: nothing is added.
  package var environment: [String: String]
  /// Ours where nil.
  package var workingDirectory: String?
  /// Its standard input is the terminal that it is lent, whatever ours is.
  package var readsTerminal = false

  package init(
    path: String, arguments: [String], environment: [String: String],
    workingDirectory: String? = nil
  ) {
    self.path = path
    self.arguments = arguments
    self.environment = environment
    self.workingDirectory = workingDirectory
  }
}

/// How a child ended.
package enum ChildEnd: Sendable, Hashable {
  case exited(Int32)
  case signaled(Int32)

  /// The status as shells give it: 128 and the signal's number where a signal ended it.
  package var status: Int32 {
    switch self {
    case .exited(let status): status
    case .signaled(let signal): 128 + signal
    }
  }
}
