import Text

/// What was asked, by whom and where, as far as a failure is to tell of it; holds no secret.
package struct RequestContext: Sendable, Hashable {
  /// What a token of a login is asked for with, without what is secret in it.
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
    /// The renewal of what `aws login` obtained.
    case renewSignIn
    case containerCredentials
    case instanceCredentials
  }

  package var action: Action
  /// The profile, user or role whose keys were used, where the caller knows it.
  package var caller: String?
  package var accessKeyID: String?
  package var endpoint: Endpoint?
  package var durationSeconds: Int?
  package var externalID: String?
  /// The device whose code went along; nil where none did.
  package var mfaSerial: String?
  package var hasTags = false
  package var sourceIdentity: String?
  package var hasSessionPolicy = false

  package init(_ action: Action) {
    self.action = action
  }
}

extension RequestContext {
  /// True where what goes along is good for one use, so that the request must not go out twice.
  var isSingleUse: Bool {
    mfaSerial != nil || action == .createToken(.authorizationCode)
  }

  /// The role that STS was asked for; nil for any other question.
  var roleARN: String? {
    switch action {
    case .assumeRole(let arn), .assumeRoleWithWebIdentity(let arn), .assumeRoleWithSAML(let arn, _):
      arn
    default: nil
    }
  }
}

extension RequestContext {
  /// Who was asked.
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
  /// To begin a sentence with.
  var name: String {
    switch self {
    case .sts: "STS"
    case .portal, .oidc: "Identity Center"
    case .signIn: "AWS Sign-In"
    case .container: "The container's credentials endpoint"
    case .instance: "The instance's metadata service"
    }
  }

  /// Who says no, to begin a sentence with.
  var errorSubject: String {
    switch self {
    case .sts, .portal, .oidc, .signIn: "AWS"
    case .container, .instance: name
    }
  }
}

extension RequestContext {
  /// What AWS was to do, to follow `to`.
  var actionText: String {
    switch action {
    case .assumeRole(let arn), .assumeRoleWithWebIdentity(let arn), .assumeRoleWithSAML(let arn, _):
      "assume \(forDisplay(arn, limit: 300))"
    case .getSessionToken: "get session keys"
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

  /// Who asked, as far as it is known.
  var callerText: String {
    switch action {
    case .assumeRoleWithWebIdentity: return " with a web identity token"
    case .assumeRoleWithSAML(_, let provider):
      return " with an assertion of \(forDisplay(provider, limit: 300))"
    default: break
    }
    // Where the two are swapped it is the secret.
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
