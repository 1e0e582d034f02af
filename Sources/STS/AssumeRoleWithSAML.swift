package import AWSClient
package import Secrets
import Text

/// Gets temporary credentials for a role from STS, with an assertion from a SAML identity provider.
///
/// The request is not signed. The session ends at the assertion's SessionNotOnOrAfter at the
/// latest, whatever duration is requested.
package struct AssumeRoleWithSAML: Sendable, Hashable {
  package var roleARN: String
  /// The provider's ARN in IAM: `arn:aws:iam::111122223333:saml-provider/NAME`.
  package var principalARN: String
  /// The assertion in base64, as received from the provider.
  package var assertion: Secret
  package var durationSeconds: Int?
  package var policyARNs: [String]?
  /// A session policy, as JSON.
  package var policy: String?

  package init(
    roleARN: String, principalARN: String, assertion: Secret, durationSeconds: Int? = nil,
    policyARNs: [String]? = nil, policy: String? = nil
  ) {
    self.roleARN = roleARN
    self.principalARN = principalARN
    self.assertion = assertion
    self.durationSeconds = durationSeconds
    self.policyARNs = policyARNs
    self.policy = policy
  }
}

extension AssumeRoleWithSAML: STSOperation {
  package static let action = "AssumeRoleWithSAML"
  package static let isSigned = false

  package var form: QueryForm {
    var form = QueryForm(action: Self.action)
    form.add("RoleArn", roleARN)
    form.add("PrincipalArn", principalARN)
    form.add("SAMLAssertion", assertion.revealed)
    form.addPolicies(policy, policyARNs)
    form.add("DurationSeconds", durationSeconds.map(String.init))
    return form
  }

  package var violations: [String] {
    [
      ParameterLimit.roleARN.violation(in: roleARN), providerViolation,
      lengthViolation("The SAML assertion", assertion.revealed.count, 4...100_000),
      durationSeconds.flatMap { durationViolation($0, 900...43_200) },
    ].compactMap(\.self) + policyViolations(policy, policyARNs)
  }

  private var providerViolation: String? {
    if let violation = ParameterLimit.principalARN.violation(in: principalARN) { return violation }
    guard principalARN.contains(":saml-provider/") else {
      return
        "saml_principal_arn '\(forDisplay(principalARN))' is not a SAML provider's ARN; one looks "
        + "like arn:aws:iam::111122223333:saml-provider/NAME."
    }
    return nil
  }

  package var context: RequestContext {
    var context = RequestContext(.assumeRoleWithSAML(roleARN, provider: principalARN))
    context.durationSeconds = durationSeconds
    context.hasSessionPolicy = policy != nil || policyARNs?.isEmpty == false
    return context
  }

  package static func answer(in result: ResponseElement) throws(ResponseError) -> AssumedRole {
    try AssumedRole(in: result)
  }
}
