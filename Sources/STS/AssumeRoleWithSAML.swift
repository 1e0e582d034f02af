package import AWSClient
package import Secrets
import Text

/// Asks STS for a role's temporary keys against an assertion of a SAML identity provider; it is not signed.
///
/// The session lasts no longer than the assertion's SessionNotOnOrAfter says, whatever is asked for.
package struct AssumeRoleWithSAML: Sendable, Hashable {
  package var roleARN: String
  /// The provider's own, as IAM has it: `arn:aws:iam::111122223333:saml-provider/NAME`.
  package var principalARN: String
  /// In base64, as it came from the provider.
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
    if let fault = ParameterLimit.principalARN.violation(in: principalARN) { return fault }
    guard principalARN.contains(":saml-provider/") else {
      return
        "saml_principal_arn '\(forDisplay(principalARN))' names no SAML provider; one looks like "
        + "arn:aws:iam::111122223333:saml-provider/NAME."
    }
    return nil
  }

  package var context: RequestContext {
    var asked = RequestContext(.assumeRoleWithSAML(roleARN, provider: principalARN))
    asked.durationSeconds = durationSeconds
    asked.hasSessionPolicy = policy != nil || policyARNs?.isEmpty == false
    return asked
  }

  package static func answer(in result: ResponseElement) throws(ResponseError) -> AssumedRole {
    try AssumedRole(in: result)
  }
}
