import Text

/// A `credential_process`.
package struct ProcessSource: Sendable, Hashable {
  package var profile: String
  package var command: String
  /// The command's words, split as the AWS CLI does (shlex); it is run without a shell.
  package var words: [String]
  /// The profile's `aws_account_id`, for a command that does not print an account.
  package var accountID: String?

  package init(profile: String, command: String, words: [String], accountID: String? = nil) {
    self.profile = profile
    self.command = command
    self.words = words
    self.accountID = accountID
  }
}

extension ProcessSource {
  /// The source that a profile describes; throws `ChainError` if its command cannot be split.
  init(_ profile: Profile) throws(ChainError) {
    let command = try profile.command(.credentialProcess)
    self.init(
      profile: profile.name, command: command.text, words: command.words,
      accountID: profile.account(.accountID))
  }
}

extension Profile {
  /// The command in a key's value, and its words.
  ///
  /// Throws `ChainError` if the command is empty or has an open quote.
  func command(_ key: KnownKey) throws(ChainError) -> (text: String, words: [String]) {
    let text = text(key) ?? ""
    guard let words = shellWords(text) else { throw .openQuote(key, profile: self) }
    guard words.first?.isEmpty == false else { throw .empty(key, profile: self) }
    return (text, words)
  }
}
