import Text
package import Secrets

/// The credentials endpoint of this container.
package struct ContainerSource: Sendable, Hashable {
  package enum Authorization: Sendable, Hashable {
    case none
    case token(Secret)
    /// The path of a file that is read for each request.
    case file(String)
  }

  /// Nil if only the environment is used.
  package var profile: String?
  package var url: String
  package var authorization: Authorization

  package init(profile: String? = nil, url: String, authorization: Authorization) {
    self.profile = profile
    self.url = url
    self.authorization = authorization
  }
}

extension ContainerSource {
  private static let relativeURI = "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"
  private static let fullURI = "AWS_CONTAINER_CREDENTIALS_FULL_URI"

  /// The endpoint that the environment names; nil if it names none, or an empty one.
  ///
  /// A relative URI wins over a full one, as in the AWS CLI. Throws `ChainError` if the address is
  /// not valid, if credentials must not be fetched from it, or if the token cannot be sent.
  init?(environment: [String: String], profile: String? = nil) throws(ChainError) {
    let lookup = SettingLookup(environment: environment, profile: nil)
    let url: String
    if let path = lookup.variable(Self.relativeURI) {
      url = try Self.url(relative: path)
    } else if let full = lookup.variable(Self.fullURI) {
      url = try Self.url(full: full)
    } else {
      return nil
    }
    self.init(profile: profile, url: url, authorization: try Authorization(lookup))
  }

  private static func url(relative path: String) throws(ChainError) -> String {
    let url = "http://169.254.170.2" + path
    // Anything but a path would become part of the host.
    guard path.hasPrefix("/"), HTTPAddress(url) != nil else {
      throw .badContainerAddress(variable: relativeURI, .notAPath)
    }
    return url
  }

  private static func url(full text: String) throws(ChainError) -> String {
    guard let address = HTTPAddress(text) else {
      throw .badContainerAddress(variable: fullURI, .notAnAddress)
    }
    guard address.isEncrypted || isAllowedHost(address.host) else {
      throw .badContainerAddress(variable: fullURI, .foreignHost(address.host))
    }
    return text
  }
}

extension ContainerSource.Authorization {
  fileprivate init(_ lookup: SettingLookup) throws(ChainError) {
    if let file = lookup.variable("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE") {
      self = .file(file)
    } else if let token = lookup.variable("AWS_CONTAINER_AUTHORIZATION_TOKEN") {
      // A second line would become another header.
      guard !token.unicodeScalars.contains(where: { $0 == "\r" || $0 == "\n" }) else {
        throw .containerTokenHasLines
      }
      self = .token(Secret(token))
    } else {
      self = .none
    }
  }
}

/// True for this machine and for the hosts that AWS uses for containers.
///
/// Names are not resolved, as in the AWS CLI.
private func isAllowedHost(_ host: String) -> Bool {
  if host == "localhost" { return true }
  if let address = ipv4(host) {
    return address[0] == 127 || [[169, 254, 170, 2], [169, 254, 170, 23]].contains(address)
  }
  guard let address = ipv6(host) else { return false }
  return address == ipv6("::1") || address == ipv6("fd00:ec2::23")
}
