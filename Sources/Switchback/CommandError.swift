import AWSConfig
import Accounts
import AWSClient
import ArgumentParser
import Credentials
import Foundation
import Text

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

extension CommandError {
  /// What any error of ours means to the caller: its status, and its sentence under the entry's name.
  init(_ error: any Error, entry: String? = nil) {
    switch error {
    case let failure as CommandError: self = failure
    case is CancellationError: self = .cancelled
    default:
      let sentence = "\(error)"
      let named = entry.map { sentence.names($0) ? sentence : "\($0.cleaned): \(sentence)" }
      self.init(status: CommandError.status(of: error), description: named ?? sentence)
    }
  }

  private static func status(of error: any Error) -> Int32 {
    switch error {
    case let problem as CredentialError: problem.isFromAWS ? 3 : 2
    case is HTTPError: 3
    case ServiceError.invalid: 2
    case is ServiceError, is LoginNeededError, is LoginError: 3
    default: 2
    }
  }
}

extension String {
  /// True where the name stands in the text as a word of its own, and in no other.
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
  /// True where AWS, or what stands between it and us, is at fault, and not what was configured.
  fileprivate var isFromAWS: Bool {
    switch self {
    case .tookTooLong, .wrongAccount, .processCodeRefused, .stillLocked: true
    default: false
    }
  }
}

extension Plan {
  /// The failure that an error of a call is, with what in the files may be behind it.
  func failure(_ error: any Error, entry: String? = nil) -> CommandError {
    var failure = CommandError(error, entry: entry)
    guard failure != .cancelled, !(error is LoginNeededError) else { return failure }
    for doubt in valueErrors.prefix(3) where !failure.description.contains(doubt.origin.place) {
      let diagnostic = doubt.diagnostic
      failure.description += " \(diagnostic.origin.place): \(diagnostic.message)".cleaned
    }
    return failure
  }
}
