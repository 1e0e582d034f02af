package import Accounts
package import Foundation

/// Why an entry yields no credentials, for reasons that are not STS's.
package enum CredentialProblem: Error, Sendable, Equatable, CustomStringConvertible {
  /// A way of getting credentials that is recognised and not built yet.
  case notYet(Entry.Kind, profile: String)
  case noCodeInCommand(command: String, printed: Int)
  case codeCommandFailed(command: String, why: String)
  case processCodeRefused(device: String)
  case wrongAccount(role: String, expected: String, answered: String)
  case tookTooLong(seconds: Int)
  /// The environment's keys are temporary, and their time is over.
  case environmentExpired(at: Date)

  package var description: String {
    switch self {
    case .notYet(let kind, let profile):
      "Profile \(profile) gets its credentials from \(kind.inWords), which Switchback cannot use yet. "
        + "`aws configure export-credentials --profile \(profile)` may help meanwhile."
    case .noCodeInCommand(let command, let printed):
      "The mfa_process `\(command)` printed \(printed) characters where a code of six digits was expected."
    case .codeCommandFailed(let command, let why):
      "The mfa_process `\(command)` gave no MFA code: \(why)"
    case .processCodeRefused(let device):
      "AWS refused the code that mfa_process printed for \(device). Each code works once: "
        + "wait for the next one (30 s) and try again, or see whether the device is the right one."
    case .wrongAccount(let role, let expected, let answered):
      "AWS answered with credentials of account \(answered) where \(role) is in \(expected). They were thrown away."
    case .environmentExpired(let end):
      "The keys in the environment ended at \(end.formatted(.iso8601)) (AWS_CREDENTIAL_EXPIRATION). "
        + "Switch again, or unset AWS_ACCESS_KEY_ID to use what the files say."
    case .tookTooLong(let seconds):
      "AWS did not answer within \(seconds) s in all. Is the network up, and a proxy needed (HTTPS_PROXY)?"
    }
  }
}

extension Entry.Kind {
  /// The kind as a sentence names it.
  package var inWords: String {
    switch self {
    case .staticKeys: "stored keys"
    case .assumeRole: "an assumed role"
    case .webIdentity: "a web identity token"
    case .sso: "IAM Identity Center"
    case .process: "a credential_process"
    case .login: "`aws login`"
    case .environment: "the environment"
    case .container: "the container's credentials endpoint"
    case .instanceMetadata: "instance metadata"
    }
  }
}
