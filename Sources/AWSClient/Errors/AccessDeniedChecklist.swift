import Text

/// The possible causes of an AccessDenied without a reason, by the parameters of the request.
func accessDeniedChecklist(_ context: RequestContext) -> String {
  guard let role = context.roleARN else {
    return "Check that the policies of the caller, and its organization's, allow this call."
  }
  let points =
    existence(role) + mfa(context) + externalID(context) + sessionFacts(context)
    + permission(context)
  return "AWS does not say which of these is missing; check that"
    + points.map { "\n  - \($0)" }.joined(separator: ";") + "."
}

private func existence(_ role: String) -> [String] {
  [
    "a role exists under exactly this ARN, its path included: \(forDisplay(role, limit: 300))",
    "its trust policy names the caller",
  ]
}

private func mfa(_ context: RequestContext) -> [String] {
  guard context.isSigned, context.mfaSerial == nil else { return [] }
  return ["its trust policy does not require MFA, since no code was sent (mfa_serial is not set)"]
}

private func externalID(_ context: RequestContext) -> [String] {
  guard context.isSigned else { return [] }
  guard context.externalID != nil else {
    return [
      "its trust policy requires no external ID, since none was sent (external_id is not set)"
    ]
  }
  return ["its trust policy requires exactly the external ID\(quoted(context.externalID))"]
}

private func sessionFacts(_ context: RequestContext) -> [String] {
  var points: [String] = []
  if context.hasTags {
    points.append("its trust policy allows sts:TagSession, since session tags were sent")
  }
  if context.sourceIdentity != nil {
    points.append("its trust policy allows sts:SetSourceIdentity, since one was sent")
  }
  if context.hasSessionPolicy {
    points.append("the session policy's ARNs exist in the role's account, or are AWS's own")
  }
  return points
}

private func permission(_ context: RequestContext) -> [String] {
  switch context.action {
  case .assumeRoleWithWebIdentity:
    ["its trust policy's conditions match the token's audience and subject"]
  case .assumeRoleWithSAML(_, let provider):
    [
      "its trust policy allows sts:AssumeRoleWithSAML to \(forDisplay(provider, limit: 300)), and "
        + "its conditions match the assertion, SAML:aud among them",
      "the assertion's Role attribute names this role together with that provider",
      "it is not a role of Identity Center (AWSReservedSSO_...), which cannot be assumed",
    ]
  case .assumeRole, .getSessionToken, .getCallerIdentity, .roleCredentials, .logout,
    .registerClient, .startDeviceAuthorization, .createToken, .renewSignIn,
    .containerCredentials, .instanceCredentials:
    [
      "the caller's own policies, its permissions boundary and its organization's service control "
        + "policies allow sts:AssumeRole on it"
    ]
  }
}

extension RequestContext {
  /// False if a token or an assertion identified the caller.
  fileprivate var isSigned: Bool {
    switch action {
    case .assumeRoleWithWebIdentity, .assumeRoleWithSAML: false
    case .assumeRole, .getSessionToken, .getCallerIdentity, .roleCredentials, .logout,
      .registerClient, .startDeviceAuthorization, .createToken, .renewSignIn,
      .containerCredentials, .instanceCredentials:
      true
    }
  }
}
