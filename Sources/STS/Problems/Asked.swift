/// What was asked of STS, by whom and where, as far as a failure is to tell of it; holds no secret.
package struct Asked: Sendable, Hashable {
  package enum Action: Sendable, Hashable {
    case assumeRole(String)
    case assumeRoleWithWebIdentity(String)
    case getSessionToken
    case getCallerIdentity
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

extension Asked {
  /// What AWS was to do, to follow `to`.
  var deed: String {
    switch action {
    case .assumeRole(let arn), .assumeRoleWithWebIdentity(let arn):
      "assume \(forDisplay(arn, limit: 300))"
    case .getSessionToken: "give session keys"
    case .getCallerIdentity: "say whose keys these are"
    }
  }

  /// Who asked, as far as it is known.
  var who: String {
    if case .assumeRoleWithWebIdentity = action { return " with a web identity token" }
    let key = accessKeyID.map { "access key \(forDisplay($0))" }
    return switch (caller, key) {
    case (let caller?, let key?): " as \(forDisplay(caller)) (\(key))"
    case (let caller?, nil): " as \(forDisplay(caller))"
    case (nil, let key?): " with \(key)"
    case (nil, nil): ""
    }
  }

  var host: String {
    endpoint.map { forDisplay(HTTPRequest(url: $0.url).hostHeader) } ?? "STS"
  }

  var roleARN: String? {
    switch action {
    case .assumeRole(let arn), .assumeRoleWithWebIdentity(let arn): arn
    case .getSessionToken, .getCallerIdentity: nil
    }
  }
}
