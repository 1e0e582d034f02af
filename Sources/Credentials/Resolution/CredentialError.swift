package import Foundation
package import Secrets
import Text

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

extension CredentialError: CustomStringConvertible {
  /// What was wanted, what came of it, and what to try; no secret, and nothing that a process printed as its result.
  package var description: String { maskingSecrets(sentence) }

  private var sentence: String {
    switch self {
    case .noCodeInCommand(let profile, let program, let printed):
      "\(process(program, profile, "mfa_process")) printed \(printed) characters where a code of "
        + "six digits was expected."
    case .codeCommandFailed(let profile, let program, let why):
      "\(process(program, profile, "mfa_process")) gave no MFA code: \(why)"
    case .processCodeRefused(let device):
      "AWS refused the code that mfa_process printed for \(forDisplay(device)). Each code works once: "
        + "wait for the next one (30 s) and try again, or see whether the device is the right one."
    case .wrongAccount(let role, let expected, let answered):
      "AWS answered with credentials of account \(forDisplay(answered)) where \(forDisplay(role)) is in "
        + "\(forDisplay(expected)). The credentials were discarded."
    case .environmentExpired(let end):
      "The keys in the environment ended at \(iso8601(end)) (AWS_CREDENTIAL_EXPIRATION). "
        + "Switch again, or unset AWS_ACCESS_KEY_ID to use what the files say."
    case .storedKeysExpired(let profile, let end):
      "The keys of profile '\(forDisplay(profile))' ended at \(iso8601(end)) (x_security_token_expires). "
        + "Log in again with the tool that wrote them."
    case .tookTooLong(let seconds):
      "AWS did not answer within \(seconds) s in all. Is the network up, and a proxy needed (HTTPS_PROXY)?"
    case .stillLocked(let name, let seconds):
      "Another process has been getting \(forDisplay(name)) for \(seconds) s, and is not done. It may "
        + "wait for an MFA code: answer it or end it, and try again."
    default: sourceSentence
    }
  }

  private var sourceSentence: String {
    switch self {
    case .processLoop(let profiles):
      "credential_process loop, or too many of them, at profile '\(forDisplay(profiles.last ?? ""))': "
        + "\(profiles.map { forDisplay($0) }.joined(separator: " -> ")). Give one of these profiles "
        + "credentials of its own."
    case .processFailed(let profile, let program, let why):
      "\(process(program, profile)) gave no credentials: \(why)"
    case .processAnswer(let profile, let program, let fault):
      "\(process(program, profile)) printed invalid credentials: \(fault). It must print what "
        + "the AWS CLI takes from a credential_process, and nothing else."
    case .processExpired(let profile, let program, let end):
      "\(process(program, profile)) printed credentials that ended at \(iso8601(end)). Get new ones "
        + "there, and try again."
    case .noToken(let file, let profile, let why):
      "The web identity token\(profile.map { " of profile '\(forDisplay($0))'" } ?? "") cannot be used: "
        + "\(forDisplay(file, limit: 300)): \(why) Put a token there, or correct "
        + "web_identity_token_file (AWS_WEB_IDENTITY_TOKEN_FILE)."
    case .noAssertion(let profile, let source, let why):
      "The SAML assertion of profile '\(forDisplay(profile))' cannot be read from "
        + "\(forDisplay(source, limit: 300)): \(why) Sign in to your identity provider again, and try again."
    case .noPrincipal(let role, let profile, let offered):
      "The SAML assertion of profile '\(forDisplay(profile))' does not offer \(forDisplay(role, limit: 300))"
        + "\(list(offered)). Correct role_arn, or set saml_principal_arn."
    case .badAuthorization(let file, let why):
      "The token for the container's credentials endpoint cannot be used: "
        + "\(forDisplay(file, limit: 300)): \(why) Correct AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE."
    default: ""
    }
  }
}

private func process(
  _ program: String, _ profile: String, _ key: String = "credential_process"
) -> String {
  "The \(key) of profile '\(forDisplay(profile))' (`\(forDisplay(program))`)"
}

private func list(_ roles: [String]) -> String {
  let shown = roles.prefix(10).map { forDisplay($0) }.joined(separator: ", ")
  return roles.isEmpty ? ", and names no role" : "; it offers \(shown)"
}

extension ProcessOutputError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notAnObject: "it is not one JSON object"
    case .version(let version):
      "its Version is \(version.map { forDisplay(maskingKeys($0), limit: 20) } ?? "missing"), and must be the number 1"
    case .missing(let key): "\(key) is missing"
    case .notText(let key): "\(key) is not a string, or is empty"
    case .notATime:
      "Expiration is not a time with a zone between 1970 and 9999, e.g. 2035-01-01T00:00:00Z"
    case .notPrintable(let part):
      "its \(part.rawValue) holds control characters, or bytes that are not UTF-8"
    case .tooLong(let key, let limit): "\(key) is longer than \(limit >> 10) KiB"
    }
  }
}
