/// What was asked, by whom and where, as far as a failure is to tell of it; holds no secret.
package struct RequestContext: Sendable, Hashable {
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
    case createToken(TokenGrant.Kind)
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
