import Accounts
import ArgumentParser
import Canvas

/// A failure as the caller's shell sees it: a sentence for standard error, and a status.
struct CommandError: Error, Equatable, CustomStringConvertible {
  var status: Int32
  var description: String

  /// What looks like a secret in the sentence is masked: a key may stand where any other value belongs.
  init(status: Int32, description: String) {
    self.status = status
    self.description = maskingSecrets(description)
  }

  /// The input or the configuration is at fault.
  static func input(_ sentence: String) -> CommandError {
    CommandError(status: 2, description: sentence)
  }
  /// AWS refused or cannot be reached.
  static func aws(_ sentence: String) -> CommandError {
    CommandError(status: 3, description: sentence)
  }
  static func nothingMatches(_ query: String) -> CommandError {
    CommandError(
      status: 1,
      description: "No entry matches '\(query.cleaned)'. See `switchback list`.")
  }
  /// A query that looks like a command, with the corrected line.
  static func unknownCommand(_ words: [String], meant line: String) -> CommandError {
    CommandError(
      status: 64,
      description: "Unknown command or entry '\(words.joined(separator: " ").cleaned)'. "
        + "Did you mean `\(line)`?")
  }
  static let cancelled = CommandError(status: 130, description: "")
}

extension ExitCode {
  /// Nothing matched.
  static let noMatch = ExitCode(1)
}
