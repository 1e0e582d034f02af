package import Foundation
package import Secrets

/// Why an entry yields no credentials, for reasons that are not AWS's.
package enum CredentialError: Error, Sendable, Hashable {
  /// The program is the command's first word, here too: the seed of a device may be behind it.
  case noCodeInCommand(profile: String, program: String, printed: Int)
  case codeCommandFailed(profile: String, program: String, why: String)
  case processCodeRefused(device: String)
  case wrongAccount(role: String, expected: String, answered: String)
  case tookTooLong(seconds: Int)
  /// The environment's keys are temporary, and their time is over.
  case environmentExpired(at: Date)
  /// Keys of a session that another tool has written into the credentials file, with their end.
  case storedKeysExpired(profile: String, at: Date)
  /// Another process has held the lock of this name for too long.
  case stillLocked(String, seconds: Int)
  /// A `credential_process` that leads back to itself, or through too many others; the profiles on the way.
  case processLoop([String])
  /// The program is the command's first word: the rest of it may hold a secret.
  case processFailed(profile: String, program: String, why: String)
  case processAnswer(profile: String, program: String, ProcessOutputError)
  case processExpired(profile: String, program: String, at: Date)
  case noToken(file: String, profile: String?, why: String)
  case noAssertion(profile: String, from: String, why: String)
  /// The assertion names no identity provider for the role; the roles that it does name.
  case noPrincipal(role: String, profile: String, offered: [String])
  /// What would be sent to the container's endpoint as Authorization cannot be a header.
  case badAuthorization(file: String, why: String)
}

/// What is wrong with what a `credential_process` printed, which is never shown itself.
package enum ProcessOutputError: Error, Sendable, Hashable {
  case notAnObject
  case version(String?)
  case missing(String)
  case notText(String)
  case notATime
  /// It holds control characters, or bytes that are not UTF-8.
  case notPrintable(AWSCredentials.Part)
  /// No request could carry it.
  case tooLong(String, limit: Int)
}
