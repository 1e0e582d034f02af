import ArgumentParser

/// What a value is one of, where only the machine at hand can say.
enum CompletedValue: String, CaseIterable {
  case entries, groups, logins, themes, shells

  /// The kind as the definition carries it: a shell command that does nothing, for scripts of the parser's own
  /// would run it, and in bash evaluate the names that it prints.
  var kind: CompletionKind { .shellCommand(": \(rawValue)") }

  /// What the definition of an argument says; nil where it is none of these.
  init?(_ completion: DefinedCompletion?) {
    guard let command = completion?.shellCommand?.command, command.hasPrefix(": ") else {
      return nil
    }
    self.init(rawValue: String(command.dropFirst(2)))
  }
}
