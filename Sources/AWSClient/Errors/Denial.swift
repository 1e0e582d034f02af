import Text

/// The missing permission that AWS names in an error, and the policy that lacks or denies it.
struct Denial: Sendable, Hashable {
  /// The action that is not permitted, like `sts:TagSession`.
  let action: String
  let cause: Cause?

  /// The policy that AWS names, if the caller may know it.
  ///
  /// Source: IAM User Guide, "Troubleshoot access denied errors".
  enum Cause: Sendable, Hashable, CaseIterable {
    case identityPolicy, trustPolicy, sessionPolicy, boundary, endpointPolicy
    case deniedByIdentityPolicy, deniedByTrustPolicy, deniedByServiceControlPolicy
    case deniedByResourceControlPolicy, deniedByBoundary, deniedBySessionPolicy
    case deniedByEndpointPolicy
  }

  /// Nil if the message does not name an action.
  init?(_ message: String) {
    guard let start = message.firstRange(of: "not authorized to perform: ")?.upperBound else {
      return nil
    }
    let action = message[start...].prefix { !$0.isWhitespace && $0 != "," && $0 != ";" }
    guard action.contains(":") else { return nil }
    self.action = String(action)
    let lowered = message.lowercased()
    cause = Cause.allCases.first { lowered.contains($0.phrase) }
  }
}

extension Denial.Cause {
  /// AWS's text for it, in lower case.
  fileprivate var phrase: String {
    switch self {
    case .identityPolicy: "no identity-based policy allows"
    case .trustPolicy: "no resource-based policy allows"
    case .sessionPolicy: "no session policy allows"
    case .boundary: "no permissions boundary allows"
    case .endpointPolicy: "no vpc endpoint policy allows"
    case .deniedByIdentityPolicy: "explicit deny in an identity-based policy"
    case .deniedByTrustPolicy: "explicit deny in a resource-based policy"
    case .deniedByServiceControlPolicy: "explicit deny in a service control policy"
    case .deniedByResourceControlPolicy: "explicit deny in a resource control policy"
    case .deniedByBoundary: "explicit deny in a permissions boundary"
    case .deniedBySessionPolicy: "explicit deny in a session policy"
    case .deniedByEndpointPolicy: "explicit deny in a vpc endpoint policy"
    }
  }

  /// The cause and what to do about it, as the end of a sentence that names the action.
  fileprivate var remedy: String {
    switch self {
    case .identityPolicy: "no policy of the caller allows it: add it to one."
    case .trustPolicy: "the role's trust policy does not allow it to the caller: add it there."
    case .sessionPolicy: "the session policy of the caller's credentials does not allow it."
    case .boundary: "the caller's permissions boundary does not allow it."
    case .endpointPolicy: "the policy of the VPC endpoint does not allow it."
    case .deniedByIdentityPolicy: "a policy of the caller denies it."
    case .deniedByTrustPolicy: "the role's trust policy denies it to the caller."
    case .deniedByServiceControlPolicy: "a service control policy of the organization denies it."
    case .deniedByResourceControlPolicy: "a resource control policy of the organization denies it."
    case .deniedByBoundary: "the caller's permissions boundary denies it."
    case .deniedBySessionPolicy: "the session policy of the caller's credentials denies it."
    case .deniedByEndpointPolicy: "the policy of the VPC endpoint denies it."
    }
  }
}

extension Denial {
  /// True if it says more than that the requested action is not allowed.
  func isSpecific(_ requested: RequestContext.Action) -> Bool {
    cause != nil || !isAction(of: requested)
  }

  private func isAction(of requested: RequestContext.Action) -> Bool {
    switch requested {
    case .assumeRole: action == "sts:AssumeRole"
    case .assumeRoleWithWebIdentity: action == "sts:AssumeRoleWithWebIdentity"
    case .assumeRoleWithSAML: action == "sts:AssumeRoleWithSAML"
    case .getSessionToken: action == "sts:GetSessionToken"
    case .getCallerIdentity, .roleCredentials, .logout, .registerClient,
      .startDeviceAuthorization, .createToken, .renewSignIn, .containerCredentials,
      .instanceCredentials:
      true
    }
  }

  /// The missing permission and where to add it, in sentences.
  func advice(_ context: RequestContext) -> String {
    let named = "AWS names what is missing: \(forDisplay(action))"
    if let cause { return "\(named); \(cause.remedy)\(requirementNote)" }
    return
      "\(named). The role's trust policy must allow it to the caller, and so must the caller's own "
      + "policies if the role is in another account.\(requirementNote)"
  }

  private var requirementNote: String {
    switch action {
    case "sts:TagSession":
      " It is required because session tags were sent, or are passed on."
    case "sts:SetSourceIdentity":
      " It is required because a source identity was sent, or is passed on."
    default: ""
    }
  }
}
