import Text

/// A `credential_process`.
package struct ProcessSource: Sendable, Hashable {
  package var profile: String
  package var command: String
  /// Split as the AWS CLI does (shlex), to be run without a shell.
  package var words: [String]
  /// The profile's `aws_account_id`, for a command that prints none.
  package var accountID: String?

  package init(profile: String, command: String, words: [String], accountID: String? = nil) {
    self.profile = profile
    self.command = command
    self.words = words
    self.accountID = accountID
  }
}

extension ProcessSource {
  /// The source that a profile describes; throws `ChainError` where its command cannot be split.
  init(_ profile: Profile) throws(ChainError) {
    let command = try profile.command(.credentialProcess)
    self.init(
      profile: profile.name, command: command.text, words: command.words,
      accountID: profile.account(.accountID))
  }
}

extension Profile {
  /// The command that a key holds, and its words; throws `ChainError` where it has none, or leaves a quote open.
  func command(_ key: KnownKey) throws(ChainError) -> (text: String, words: [String]) {
    let text = text(key) ?? ""
    guard let words = shellWords(text) else { throw .openQuote(key, profile: self) }
    guard words.first?.isEmpty == false else { throw .empty(key, profile: self) }
    return (text, words)
  }
}
