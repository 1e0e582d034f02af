import Text

/// What AWS itself says of a refusal for want of a permission: which one, and which policy lacks or denies it.
struct Denial: Sendable, Hashable {
  /// Such as `sts:TagSession`.
  let action: String
  let cause: Cause?

  /// The clause that AWS adds where the caller may know it (IAM User Guide, "Troubleshoot access denied errors").
  enum Cause: Sendable, Hashable, CaseIterable {
    case identityPolicy, trustPolicy, sessionPolicy, boundary, endpointPolicy
    case deniedByIdentityPolicy, deniedByTrustPolicy, deniedByServiceControlPolicy
    case deniedByResourceControlPolicy, deniedByBoundary, deniedBySessionPolicy
    case deniedByEndpointPolicy
  }

  /// Nil where the message names no action.
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
  /// As AWS writes it, in lower case.
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

  /// What to do about it, to follow the action.
  fileprivate var remedy: String {
    switch self {
    case .identityPolicy: "no policy of the caller allows it: add it to one."
    case .trustPolicy: "the role's trust policy does not allow it to the caller: add it there."
    case .sessionPolicy: "the session policy that the caller's keys came with does not allow it."
    case .boundary: "the caller's permissions boundary does not allow it."
    case .endpointPolicy: "the policy of the VPC endpoint does not allow it."
    case .deniedByIdentityPolicy: "a policy of the caller denies it."
    case .deniedByTrustPolicy: "the role's trust policy denies it to the caller."
    case .deniedByServiceControlPolicy: "a service control policy of the organization denies it."
    case .deniedByResourceControlPolicy: "a resource control policy of the organization denies it."
    case .deniedByBoundary: "the caller's permissions boundary denies it."
    case .deniedBySessionPolicy: "the session policy that the caller's keys came with denies it."
    case .deniedByEndpointPolicy: "the policy of the VPC endpoint denies it."
    }
  }
}

extension Denial {
  /// True where it says more than that the caller may not do what was asked.
  func isSpecific(_ asked: RequestContext.Action) -> Bool {
    cause != nil || !isAction(of: asked)
  }

  private func isAction(of asked: RequestContext.Action) -> Bool {
    switch asked {
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

  /// What is missing and where to add it, in sentences.
  func advice(_ asked: RequestContext) -> String {
    let named = "AWS names what is missing: \(forDisplay(action))"
    if let cause { return "\(named); \(cause.remedy)\(requirementNote)" }
    return
      "\(named). The role's trust policy must allow it to the caller, and so must the caller's own policies "
      + "where the role is in another account.\(requirementNote)"
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
