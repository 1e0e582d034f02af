import AWSConfig
import Accounts
import AWSClient
import ArgumentParser
import Credentials
import Foundation
import Text

/// An error as the calling shell sees it: a sentence for standard error, and a status.
struct CommandError: Error, Equatable, CustomStringConvertible {
  var status: Int32
  var description: String

  /// Masks text in the sentence that looks like a secret, since users may put a key in any value.
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

extension CommandError {
  /// The status and the sentence of any of our errors, with the entry's name before it.
  init(_ error: any Error, entry: String? = nil) {
    switch error {
    case let error as CommandError: self = error
    case is CancellationError: self = .cancelled
    default:
      let sentence = "\(error)"
      let named = entry.map { sentence.names($0) ? sentence : "\($0.cleaned): \(sentence)" }
      self.init(status: CommandError.status(of: error), description: named ?? sentence)
    }
  }

  private static func status(of error: any Error) -> Int32 {
    switch error {
    case let error as CredentialError: error.isFromAWS ? 3 : 2
    case is HTTPError: 3
    case ServiceError.invalid: 2
    case is ServiceError, is LoginNeededError, is LoginError: 3
    default: 2
    }
  }
}

extension String {
  /// True if the text contains the name as a whole word.
  fileprivate func names(_ name: String) -> Bool {
    let isWord = { (character: Character?) in
      character.map { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" } ?? false
    }
    return ranges(of: name).contains { range in
      let before = range.lowerBound > startIndex ? self[index(before: range.lowerBound)] : nil
      let after = range.upperBound < endIndex ? self[range.upperBound] : nil
      return !isWord(before) && !isWord(after)
    }
  }
}

extension CredentialError {
  /// True if the cause is AWS or the connection to it, not the configuration.
  fileprivate var isFromAWS: Bool {
    switch self {
    case .tookTooLong, .wrongAccount, .processCodeRefused, .stillLocked: true
    case .noCodeInCommand, .codeCommandFailed, .environmentExpired, .storedKeysExpired,
      .processLoop, .processFailed, .processAnswer, .processExpired, .noToken, .noAssertion,
      .noPrincipal, .badAuthorization:
      false
    }
  }
}

extension Plan {
  /// The error of a call, with the values in the files that may have caused it.
  func commandError(_ error: any Error, entry: String? = nil) -> CommandError {
    var commandError = CommandError(error, entry: entry)
    guard commandError != .cancelled, !(error is LoginNeededError) else { return commandError }
    for valueError in valueErrors.prefix(3)
    where !commandError.description.contains(valueError.origin.place) {
      let diagnostic = valueError.diagnostic
      commandError.description += " \(diagnostic.origin.place): \(diagnostic.message)".cleaned
    }
    return commandError
  }
}
