import Accounts

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
