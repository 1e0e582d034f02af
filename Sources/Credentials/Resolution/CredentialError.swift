package import Foundation
package import Secrets
import Text

/// Why an entry has no credentials, for reasons other than AWS's errors.
package enum CredentialError: Error, Sendable, Hashable {
  /// The program is the command's first word. The rest may contain the seed of a device.
  case noCodeInCommand(profile: String, program: String, printed: Int)
  case codeCommandFailed(profile: String, program: String, why: String)
  case processCodeRefused(device: String)
  case wrongAccount(role: String, expected: String, answered: String)
  case tookTooLong(seconds: Int)
  /// The environment's credentials are temporary and have expired.
  case environmentExpired(at: Date)
  /// Another tool has written a session with an expiration into the credentials file.
  case storedKeysExpired(profile: String, at: Date)
  /// Another process has held the lock of this name for too long.
  case stillLocked(String, seconds: Int)
  /// A `credential_process` that leads back to itself, or through too many others; with the
  /// profiles on the way.
  case processLoop([String])
  /// The program is the command's first word. The rest may contain a secret.
  case processFailed(profile: String, program: String, why: String)
  case processAnswer(profile: String, program: String, ProcessOutputError)
  case processExpired(profile: String, program: String, at: Date)
  case noToken(file: String, profile: String?, why: String)
  case noAssertion(profile: String, from: String, why: String)
  /// The assertion has no identity provider for the role; with the roles that it offers.
  case noPrincipal(role: String, profile: String, offered: [String])
  /// The authorization token for the container's endpoint is not valid in a header.
  case badAuthorization(file: String, why: String)
}

/// What is wrong with the output of a `credential_process`.
///
/// The output itself is never shown.
package enum ProcessOutputError: Error, Sendable, Hashable {
  case notAnObject
  case version(String?)
  case missing(String)
  case notText(String)
  case notATime
  /// It contains control characters, or bytes that are not UTF-8.
  case notPrintable(AWSCredentials.Part)
  /// It is too long for a request.
  case tooLong(String, limit: Int)
}

extension CredentialError: CustomStringConvertible {
  /// What was requested, what happened, and what to try.
  ///
  /// No secret, and no process's output, is shown.
  package var description: String { maskingSecrets(sentence) }

  private var sentence: String {
    switch self {
    case .noCodeInCommand(let profile, let program, let printed):
      "\(process(program, profile, "mfa_process")) printed \(printed) characters, but a code of "
        + "six digits was expected."
    case .codeCommandFailed(let profile, let program, let why):
      "\(process(program, profile, "mfa_process")) gave no MFA code: \(why)"
    case .processCodeRefused(let device):
      "AWS refused the code that mfa_process printed for \(forDisplay(device)). Each code works "
        + "once: "
        + "wait for the next one (30 s) and try again, or check whether this is the right device."
    case .wrongAccount(let role, let expected, let answered):
      "AWS returned credentials of account \(forDisplay(answered)), but \(forDisplay(role)) is in "
        + "\(forDisplay(expected)). The credentials were discarded."
    case .environmentExpired(let end):
      "The credentials in the environment expired at \(iso8601(end)) (AWS_CREDENTIAL_EXPIRATION). "
        + "Switch again, or unset AWS_ACCESS_KEY_ID to use the files."
    case .storedKeysExpired(let profile, let end):
      "The credentials of profile '\(forDisplay(profile))' expired at \(iso8601(end)) "
        + "(x_security_token_expires). Log in again with the tool that wrote them."
    case .tookTooLong(let seconds):
      "AWS did not respond within \(seconds) s in total. Check the network, and whether a proxy is "
        + "needed (HTTPS_PROXY)."
    case .stillLocked(let name, let seconds):
      "Another process has been getting \(forDisplay(name)) for \(seconds) s and is not done. It "
        + "may "
        + "be waiting for an MFA code: enter the code or stop it, and try again."
    case .processLoop(let profiles):
      "credential_process loop, or too many of them, at profile "
        + "'\(forDisplay(profiles.last ?? ""))': "
        + "\(profiles.map { forDisplay($0) }.joined(separator: " -> ")). Give one of these "
        + "profiles "
        + "credentials of its own."
    case .processFailed(let profile, let program, let why):
      "\(process(program, profile)) gave no credentials: \(why)"
    case .processAnswer(let profile, let program, let error):
      "\(process(program, profile)) printed invalid credentials: \(error). It must print the JSON "
        + "that the AWS CLI expects from a credential_process, and nothing else."
    case .processExpired(let profile, let program, let end):
      "\(process(program, profile)) printed credentials that expired at \(iso8601(end)). Get new "
        + "ones with it, and try again."
    case .noToken(let file, let profile, let why):
      "The web identity token\(profile.map { " of profile '\(forDisplay($0))'" } ?? "") cannot be "
        + "used: "
        + "\(forDisplay(file, limit: 300)): \(why) Write a token to it, or correct "
        + "web_identity_token_file (AWS_WEB_IDENTITY_TOKEN_FILE)."
    case .noAssertion(let profile, let source, let why):
      "The SAML assertion of profile '\(forDisplay(profile))' cannot be read from "
        + "\(forDisplay(source, limit: 300)): \(why) Sign in to your identity provider again, and "
        + "try again."
    case .noPrincipal(let role, let profile, let offered):
      "The SAML assertion of profile '\(forDisplay(profile))' does not offer "
        + "\(forDisplay(role, limit: 300))"
        + "\(list(offered)). Correct role_arn, or set saml_principal_arn."
    case .badAuthorization(let file, let why):
      "The token for the container's credentials endpoint cannot be used: "
        + "\(forDisplay(file, limit: 300)): \(why) Correct AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE."
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
  return roles.isEmpty ? " or any other role" : "; it offers \(shown)"
}

extension ProcessOutputError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notAnObject: "it is not a JSON object"
    case .version(let version):
      "its Version is \(version.map { forDisplay(maskingKeys($0), limit: 20) } ?? "missing"), "
        + "but must be the number 1"
    case .missing(let key): "\(key) is missing"
    case .notText(let key): "\(key) is not a string or is empty"
    case .notATime:
      "Expiration is not a time with a zone between 1970 and 9999, e.g. 2035-01-01T00:00:00Z"
    case .notPrintable(let part):
      "its \(part.rawValue) contains control characters, or bytes that are not UTF-8"
    case .tooLong(let key, let limit): "\(key) is longer than \(limit >> 10) KiB"
    }
  }
}
