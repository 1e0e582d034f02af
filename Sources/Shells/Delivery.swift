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
