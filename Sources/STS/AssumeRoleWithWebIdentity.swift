package import AWSClient
package import Secrets

/// Gets temporary credentials for a role from STS, with a token from an identity provider.
///
/// The request is not signed.
package struct AssumeRoleWithWebIdentity: Sendable, Hashable {
  package var roleARN: String
  package var sessionName: String
  package var token: Secret
  /// Only for OAuth 2.0 access tokens; OpenID Connect tokens name their provider themselves.
  package var providerID: String?
  package var durationSeconds: Int?
  package var policyARNs: [String]?
  /// A session policy, as JSON.
  package var policy: String?

  package init(
    roleARN: String, sessionName: String, token: Secret, providerID: String? = nil,
    durationSeconds: Int? = nil, policyARNs: [String]? = nil, policy: String? = nil
  ) {
    self.roleARN = roleARN
    self.sessionName = sessionName
    self.token = token
    self.providerID = providerID
    self.durationSeconds = durationSeconds
    self.policyARNs = policyARNs
    self.policy = policy
  }
}

extension AssumeRoleWithWebIdentity: STSOperation {
  package static let action = "AssumeRoleWithWebIdentity"
  package static let isSigned = false

  package var form: QueryForm {
    var form = QueryForm(action: Self.action)
    form.add("RoleArn", roleARN)
    form.add("RoleSessionName", sessionName)
    form.add("WebIdentityToken", token.revealed)
    form.add("ProviderId", providerID)
    form.add("DurationSeconds", durationSeconds.map(String.init))
    form.addPolicies(policy, policyARNs)
    return form
  }

  package var violations: [String] {
    [
      ParameterLimit.roleARN.violation(in: roleARN),
      ParameterLimit.sessionName.violation(in: sessionName),
      durationSeconds.flatMap { durationViolation($0, 900...43_200) },
      lengthViolation("The web identity token", token.revealed.count, 4...20_000),
      providerID.flatMap { lengthViolation("The provider's ID", $0.count, 4...2048) },
    ].compactMap(\.self) + policyViolations(policy, policyARNs)
  }

  package var context: RequestContext {
    var context = RequestContext(.assumeRoleWithWebIdentity(roleARN))
    context.durationSeconds = durationSeconds
    context.hasSessionPolicy = policy != nil || policyARNs?.isEmpty == false
    return context
  }

  package static func answer(in result: ResponseElement) throws(ResponseError) -> AssumedRole {
    try AssumedRole(in: result)
  }
}
