import AWSClient

/// The operations that have their own path; all other requests are for STS.
enum Route: String, Sendable, Hashable, CaseIterable {
  case getRoleCredentials = "GetRoleCredentials"
  case listAccounts = "ListAccounts"
  case listAccountRoles = "ListAccountRoles"
  case logout = "Logout"
  case registerClient = "RegisterClient"
  case startDeviceAuthorization = "StartDeviceAuthorization"
  case createToken = "CreateToken"
  case authorize = "Authorize"
  case device = "Device"
  case getContainerCredentials = "GetContainerCredentials"
  case getMetadataToken = "GetMetadataToken"
  case getMetadata = "GetMetadata"

  /// The route of a request's path, with any method.
  init?(_ request: HTTPRequest) {
    let path = request.path
    let match = Self.allCases.first {
      $0.isFolder ? path.hasPrefix($0.path) : path == $0.path
    }
    guard let match else { return nil }
    self = match
  }

  var dialect: Dialect {
    switch self {
    case .getRoleCredentials, .listAccounts, .listAccountRoles, .logout: .portal
    case .registerClient, .startDeviceAuthorization, .createToken: .oidc
    case .authorize, .device: .page
    case .getContainerCredentials: .container
    case .getMetadataToken, .getMetadata: .metadata
    }
  }

  var methods: Set<String> {
    switch self {
    case .getRoleCredentials, .listAccounts, .listAccountRoles: ["GET"]
    case .getContainerCredentials, .getMetadata: ["GET"]
    case .logout, .registerClient, .startDeviceAuthorization, .createToken: ["POST"]
    case .authorize, .device: ["GET", "POST"]
    case .getMetadataToken: ["PUT"]
    }
  }

  var path: String {
    switch self {
    case .getRoleCredentials: "/federation/credentials"
    case .listAccounts: "/assignment/accounts"
    case .listAccountRoles: "/assignment/roles"
    case .logout: "/logout"
    case .registerClient: "/client/register"
    case .startDeviceAuthorization: "/device_authorization"
    case .createToken: "/token"
    case .authorize: "/authorize"
    case .device: "/device"
    case .getContainerCredentials: "/credentials/"
    case .getMetadataToken: "/latest/api/token"
    case .getMetadata: "/latest/meta-data/"
    }
  }

  private var isFolder: Bool { path.hasSuffix("/") }
}

extension HTTPRequest {
  /// The path without the query, as sent.
  var path: String { String(target.prefix { $0 != "?" }) }

  /// The server's URL: `http://HOST:PORT`.
  var origin: String {
    let parts = url.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    return parts.prefix(3).joined(separator: "/")
  }
}

/// The format of a service's responses, and of its errors.
enum Dialect: Sendable, Hashable {
  /// STS: XML.
  case query
  /// The portal of Identity Center: JSON with a `message`.
  case portal
  /// OAuth: JSON with an `error` in lower case and an `error_description`.
  case oidc
  /// A container's endpoint: JSON with `code` and `message`.
  case container
  /// An instance's metadata: text.
  case metadata
  /// HTML pages for people.
  case page
}
