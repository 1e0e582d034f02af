import Text

/// What may be behind a plain AccessDenied, which AWS does not say, by what was sent or not.
func accessDeniedChecklist(_ asked: RequestContext) -> String {
  guard let role = asked.roleARN else {
    return "Check that the policies of the caller, and its organization's, allow this call."
  }
  let points =
    existence(role) + mfa(asked) + externalID(asked) + sessionFacts(asked) + permission(asked)
  return "AWS does not say which of these is missing; check that"
    + points.map { "\n  - \($0)" }.joined(separator: ";") + "."
}

private func existence(_ role: String) -> [String] {
  [
    "a role exists under exactly this ARN, its path included: \(forDisplay(role, limit: 300))",
    "its trust policy names the caller",
  ]
}

private func mfa(_ asked: RequestContext) -> [String] {
  guard asked.isSigned, asked.mfaSerial == nil else { return [] }
  return ["its trust policy does not require MFA, since no code was sent (mfa_serial is not set)"]
}

private func externalID(_ asked: RequestContext) -> [String] {
  guard asked.isSigned else { return [] }
  guard asked.externalID != nil else {
    return [
      "its trust policy requires no external ID, since none was sent (external_id is not set)"
    ]
  }
  return ["its trust policy requires exactly the external ID\(quoted(asked.externalID))"]
}

private func sessionFacts(_ asked: RequestContext) -> [String] {
  var points: [String] = []
  if asked.hasTags {
    points.append("its trust policy allows sts:TagSession, since session tags were sent")
  }
  if asked.sourceIdentity != nil {
    points.append("its trust policy allows sts:SetSourceIdentity, since one was sent")
  }
  if asked.hasSessionPolicy {
    points.append("the session policy's ARNs exist in the role's account, or are AWS's own")
  }
  return points
}

private func permission(_ asked: RequestContext) -> [String] {
  switch asked.action {
  case .assumeRoleWithWebIdentity:
    ["its trust policy's conditions match the token's audience and subject"]
  case .assumeRoleWithSAML(_, let provider):
    [
      "its trust policy allows sts:AssumeRoleWithSAML to \(forDisplay(provider, limit: 300)), and "
        + "its conditions match the assertion, SAML:aud among them",
      "the assertion's Role attribute names this role together with that provider",
      "it is not a role of Identity Center (AWSReservedSSO_...), which cannot be assumed",
    ]
  default:
    [
      "the caller's own policies, its permissions boundary and its organization's service control "
        + "policies allow sts:AssumeRole on it"
    ]
  }
}

extension RequestContext {
  /// False where a token or an assertion proved who asks.
  fileprivate var isSigned: Bool {
    switch action {
    case .assumeRoleWithWebIdentity, .assumeRoleWithSAML: false
    default: true
    }
  }
}
