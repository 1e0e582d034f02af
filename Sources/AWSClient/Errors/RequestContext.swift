import Text

/// The facts about a request that error messages tell; without secrets.
package struct RequestContext: Sendable, Hashable {
  /// The kind of a grant for a login's token, without its secrets.
  package enum GrantKind: Sendable, Hashable {
    case deviceCode, refreshToken, authorizationCode
  }

  package enum Action: Sendable, Hashable {
    case assumeRole(String)
    case assumeRoleWithWebIdentity(String)
    case assumeRoleWithSAML(String, provider: String)
    case getSessionToken
    case getCallerIdentity
    case roleCredentials(accountID: String, roleName: String)
    case logout
    case registerClient
    case startDeviceAuthorization(startURL: String)
    case createToken(GrantKind)
    /// The renewal of the credentials from `aws login`.
    case renewSignIn
    case containerCredentials
    case instanceCredentials
  }

  package var action: Action
  /// The profile, user or role whose credentials were used, if known.
  package var caller: String?
  package var accessKeyID: String?
  package var endpoint: Endpoint?
  package var durationSeconds: Int?
  package var externalID: String?
  /// The MFA device whose code was sent; nil if none was sent.
  package var mfaSerial: String?
  package var hasTags = false
  package var sourceIdentity: String?
  package var hasSessionPolicy = false

  package init(_ action: Action) {
    self.action = action
  }
}

extension RequestContext {
  /// True if the request has a code that can be used once, so that it must not be sent twice.
  var isSingleUse: Bool {
    mfaSerial != nil || action == .createToken(.authorizationCode)
  }

  /// The role that STS was asked to assume; nil for any other action.
  var roleARN: String? {
    switch action {
    case .assumeRole(let arn), .assumeRoleWithWebIdentity(let arn), .assumeRoleWithSAML(let arn, _):
      arn
    case .getSessionToken, .getCallerIdentity, .roleCredentials, .logout, .registerClient,
      .startDeviceAuthorization, .createToken, .renewSignIn, .containerCredentials,
      .instanceCredentials:
      nil
    }
  }
}

extension RequestContext {
  /// The service that received the request.
  enum Service: Sendable, Hashable {
    case sts
    /// The two services of Identity Center: role credentials, and logins.
    case portal, oidc
    case signIn
    case container, instance
  }

  var service: Service {
    switch action {
    case .assumeRole, .assumeRoleWithWebIdentity, .assumeRoleWithSAML, .getSessionToken,
      .getCallerIdentity:
      .sts
    case .roleCredentials, .logout: .portal
    case .registerClient, .startDeviceAuthorization, .createToken: .oidc
    case .renewSignIn: .signIn
    case .containerCredentials: .container
    case .instanceCredentials: .instance
    }
  }
}

extension RequestContext.Service {
  /// The service's name, at the beginning of a sentence.
  var name: String {
    switch self {
    case .sts: "STS"
    case .portal, .oidc: "Identity Center"
    case .signIn: "AWS Sign-In"
    case .container: "The container's credentials endpoint"
    case .instance: "The instance's metadata service"
    }
  }

  /// The subject of an error message, at the beginning of a sentence.
  var errorSubject: String {
    switch self {
    case .sts, .portal, .oidc, .signIn: "AWS"
    case .container, .instance: name
    }
  }
}

extension RequestContext {
  /// The requested action, to follow `to`.
  var actionText: String {
    switch action {
    case .assumeRole(let arn), .assumeRoleWithWebIdentity(let arn), .assumeRoleWithSAML(let arn, _):
      "assume \(forDisplay(arn, limit: 300))"
    case .getSessionToken: "get session credentials"
    case .getCallerIdentity: "identify the credentials"
    case .roleCredentials(let account, let role):
      "get credentials of the role '\(forDisplay(role))' in the account \(forDisplay(account))"
    case .logout: "end the login"
    case .registerClient: "register this program for logins"
    case .startDeviceAuthorization(let url): "begin a login at \(forDisplay(url, limit: 300))"
    case .createToken(.refreshToken): "renew the login"
    case .createToken: "complete the login"
    case .renewSignIn: "renew the login to the console"
    case .containerCredentials: "get the container's credentials"
    case .instanceCredentials: "get the credentials of the instance's role"
    }
  }

  /// The caller's name and access key, as far as they are known.
  var callerText: String {
    switch action {
    case .assumeRoleWithWebIdentity: return " with a web identity token"
    case .assumeRoleWithSAML(_, let provider):
      return " with an assertion from \(forDisplay(provider, limit: 300))"
    case .assumeRole, .getSessionToken, .getCallerIdentity, .roleCredentials, .logout,
      .registerClient, .startDeviceAuthorization, .createToken, .renewSignIn,
      .containerCredentials, .instanceCredentials:
      break
    }
    // If a user has swapped the key's ID and its secret, this is the secret.
    let key = accessKeyID.map { "access key \(forDisplay(maskingKeys($0)))" }
    return switch (caller, key) {
    case (let caller?, let key?): " as \(forDisplay(caller)) (\(key))"
    case (let caller?, nil): " as \(forDisplay(caller))"
    case (nil, let key?): " with \(key)"
    case (nil, nil): ""
    }
  }

  var host: String {
    endpoint.map { forDisplay(HTTPRequest(url: $0.url).hostHeader) } ?? service.name
  }
}
