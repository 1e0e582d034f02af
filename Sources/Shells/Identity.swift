package import Canvas
package import Secrets
import Text

/// Who a child is: an entry, the role it stands for, and the keys to it.
package struct Identity: Sendable, Equatable {
  /// The entry's name, as it stands in its file.
  package var entry: String
  package var displayName: String
  package var color: Color
  package var accountID: String?
  /// The role's name without its path.
  package var roleName: String?
  package var region: String
  package var keys: AWSCredentials
  /// How many subshells deep this one is, counted from 1.
  package var depth: Int
  /// The role was assumed with the ReadOnlyAccess policy as session policy.
  package var isReadOnly: Bool
  /// When a shell renews the session; nil for keys that do not end, or that cannot be renewed.
  package var renewal: Renewal?
  package var delivery: DeliveryMethod
  /// What was chosen besides the entry, as options of the command line, for the session to be renewed alike.
  package var choice: [String]
  /// `AWS_VAULT` is set too, for prompts and scripts that were made for aws-vault.
  package var setsAWSVault: Bool
  /// The clock of the shell; nil where it agrees with AWS's.
  package var clock: ShellClock?

  package init(
    entry: String, displayName: String, color: Color, accountID: String? = nil,
    roleName: String? = nil, region: String, keys: AWSCredentials, depth: Int = 1,
    isReadOnly: Bool = false, renewal: Renewal? = nil, choice: [String] = [],
    delivery: DeliveryMethod = .keys, setsAWSVault: Bool = false, clock: ShellClock? = nil
  ) {
    self.entry = entry
    self.displayName = displayName
    self.color = color
    self.accountID = accountID
    self.roleName = roleName
    self.region = region
    self.keys = keys
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
  /// The display name, cleaned; the entry's name where nothing of it can be shown.
  package var label: String {
    let shown = displayName.cleaned
    return shown.allSatisfy(\.isWhitespace) ? entry.cleaned : shown
  }
}

/// How a child comes by its credentials.
package enum DeliveryMethod: Sendable, Hashable {
  /// In its environment: they end with the session.
  case keys
  /// By a profile whose `credential_process` renews them.
  case process(GeneratedProfile)
  /// From a server on loopback that renews them, as in a container; the profile says how calls are made.
  case server(GeneratedProfile, url: String, tokenFile: String)
}

/// A profile in a private copy of the user's config file.
package struct GeneratedProfile: Sendable, Hashable {
  package var name: String
  package var file: String
  /// The user's own files, which we go on to read.
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
  /// The variables by which AWS's tools find the credentials where they are not in the environment themselves.
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
