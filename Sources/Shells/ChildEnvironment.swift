import Canvas
import Foundation
import Secrets
import Text

/// The environment of a child process with an identity.
///
/// The variables of the identity are set, other variables that could override the credentials are
/// removed, and everything else is kept.
package func childEnvironment(
  _ base: [String: String], for identity: Identity
) -> [String: String] {
  base.filter { !identityVariables.contains($0.key) && !shellVariables.contains($0.key) }
    .merging(identity.variables.map { ($0.name, $0.value) }) { $1 }
}

/// An environment variable and its value.
package struct Variable: Sendable, Hashable {
  package var name: String
  /// A secret for some variables: for a child or for standard output, never for a log.
  package var value: String

  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

extension Identity {
  /// The variables of a child, in the order in which they are shown.
  package var variables: [Variable] {
    let values =
      credentialVariables + [
        ("AWS_REGION", region),
        ("AWS_DEFAULT_REGION", region),
        ("AWS_SSO_PROFILE", entry.cleaned),
        ("AWS_VAULT", setsAWSVault ? entry.cleaned : nil),
        ("SWITCHBACK_ENTRY", entry),
        ("SWITCHBACK_LABEL", label),
        ("SWITCHBACK_COLOR", color.hex),
        ("SWITCHBACK_ACCOUNT_ID", accountID?.cleaned),
        ("SWITCHBACK_ROLE", roleName?.cleaned),
        ("SWITCHBACK_DEPTH", String(depth)),
        ("SWITCHBACK_READ_ONLY", isReadOnly ? "1" : nil),
        (
          "SWITCHBACK_CHOICE", choice.isEmpty ? nil : choice.map(posixQuoted).joined(separator: " ")
        ),
      ]
    return values.compactMap { name, value in value.map { Variable(name, $0) } }
  }

  /// The credentials themselves, or the variables by which tools find them.
  private var credentialVariables: [(String, String?)] {
    guard delivery == .keys else { return delivery.variables }
    let end = credentials.expiration.map(iso8601)
    return [
      ("AWS_ACCESS_KEY_ID", credentials.accessKeyID),
      ("AWS_SECRET_ACCESS_KEY", credentials.secretAccessKey.revealed),
      ("AWS_SESSION_TOKEN", credentials.sessionToken?.revealed),
      ("AWS_CREDENTIAL_EXPIRATION", end), ("AWS_SESSION_EXPIRATION", end),
    ]
  }

  /// The variables that could override the credentials of a child or the text of its prompt, and
  /// that this identity does not set.
  package var removedVariables: [String] {
    identityVariables.subtracting(variables.map(\.name)).sorted()
  }
}

/// Every variable that selects credentials for the AWS CLI, an SDK, a prompt or us.
let identityVariables: Set<String> = [
  "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_SECURITY_TOKEN",
  "AWS_CREDENTIAL_EXPIRATION", "AWS_SESSION_EXPIRATION", "AWS_ACCOUNT_ID", "AWS_CREDENTIAL_FILE",
  "AWS_PROFILE", "AWS_DEFAULT_PROFILE", "AWS_REGION", "AWS_DEFAULT_REGION",
  "AWS_ROLE_ARN", "AWS_ROLE_SESSION_NAME", "AWS_WEB_IDENTITY_TOKEN_FILE",
  "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI",
  "AWS_CONTAINER_AUTHORIZATION_TOKEN", "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE",
  "AWS_SSO_PROFILE", "AWS_VAULT", "AWSUME_PROFILE", "AWSUME_EXPIRATION", "AWSU_PROFILE",
  "SWITCHBACK_ENTRY", "SWITCHBACK_LABEL", "SWITCHBACK_COLOR", "SWITCHBACK_ACCOUNT_ID",
  "SWITCHBACK_ROLE", "SWITCHBACK_DEPTH", "SWITCHBACK_READ_ONLY", "SWITCHBACK_CHOICE",
]

/// The variables that identify one shell, and that its child shells must not inherit.
private let shellVariables: Set<String> = [
  "SWITCHBACK_HANDOVER", "SWITCHBACK_PID", hookMarker,
]
