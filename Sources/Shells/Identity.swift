package import Canvas
package import Secrets
import Text

/// The identity of a child process: an entry, its role, and its credentials.
package struct Identity: Sendable, Equatable {
  /// The entry's name, as in its file.
  package var entry: String
  package var displayName: String
  package var color: Color
  package var accountID: String?
  /// The role's name without its path.
  package var roleName: String?
  package var region: String
  package var credentials: AWSCredentials
  /// How many subshells deep this one is, counted from 1.
  package var depth: Int
  /// The role was assumed with the ReadOnlyAccess policy as session policy.
  package var isReadOnly: Bool
  /// When a shell renews the session; nil for credentials that do not expire, or that cannot be
  /// renewed.
  package var renewal: Renewal?
  package var delivery: DeliveryMethod
  /// The session options as words of the command line, to renew the session with the same options.
  package var choice: [String]
  /// Whether `AWS_VAULT` is set too, for prompts and scripts made for aws-vault.
  package var setsAWSVault: Bool
  /// The clock of the shell; nil if it agrees with AWS's clock.
  package var clock: ShellClock?

  package init(
    entry: String, displayName: String, color: Color, accountID: String? = nil,
    roleName: String? = nil, region: String, credentials: AWSCredentials, depth: Int = 1,
    isReadOnly: Bool = false, renewal: Renewal? = nil, choice: [String] = [],
    delivery: DeliveryMethod = .keys, setsAWSVault: Bool = false, clock: ShellClock? = nil
  ) {
    self.entry = entry
    self.displayName = displayName
    self.color = color
    self.accountID = accountID
    self.roleName = roleName
    self.region = region
    self.credentials = credentials
    self.depth = depth
    self.isReadOnly = isReadOnly
    self.renewal = renewal
    self.choice = choice
    self.delivery = delivery
    self.setsAWSVault = setsAWSVault
    self.clock = clock
  }
}

extension Identity {
  /// The display name, cleaned; the entry's name if nothing of it can be shown.
  package var label: String {
    let shown = displayName.cleaned
    return shown.allSatisfy(\.isWhitespace) ? entry.cleaned : shown
  }
}

/// How a child process gets its credentials.
package enum DeliveryMethod: Sendable, Hashable {
  /// In its environment: they expire with the session.
  case keys
  /// By a profile whose `credential_process` renews them.
  case process(GeneratedProfile)
  /// From a server on loopback that renews them, like a container endpoint; the profile has the
  /// settings for calls.
  case server(GeneratedProfile, url: String, tokenFile: String)
}

/// A profile in a private copy of the user's config file.
package struct GeneratedProfile: Sendable, Hashable {
  package var name: String
  package var file: String
  /// The user's own files, which we still read.
  package var usersConfig: String
  package var usersCredentials: String

  package init(name: String, file: String, usersConfig: String, usersCredentials: String) {
    self.name = name
    self.file = file
    self.usersConfig = usersConfig
    self.usersCredentials = usersCredentials
  }
}

extension DeliveryMethod {
  /// The variables by which AWS's tools find credentials that are not in the environment.
  var variables: [(String, String?)] {
    switch self {
    case .keys: []
    case .process(let profile): profile.variables
    case .server(let profile, let url, let tokenFile):
      profile.variables + [
        ("AWS_CONTAINER_CREDENTIALS_FULL_URI", url),
        ("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", tokenFile),
      ]
    }
  }
}

extension GeneratedProfile {
  fileprivate var variables: [(String, String?)] {
    [
      ("AWS_PROFILE", name), ("AWS_CONFIG_FILE", file),
      ("SWITCHBACK_CONFIG_FILE", usersConfig), ("SWITCHBACK_CREDENTIALS_FILE", usersCredentials),
    ]
  }
}
