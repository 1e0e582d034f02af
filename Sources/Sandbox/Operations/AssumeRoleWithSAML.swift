import Foundation

extension FakeAWS {
  /// A session of a role, for whomever a SAML provider vouches for; the request is not signed.
  mutating func assumeRoleWithSAML(
    _ parameters: Parameters, at now: Date
  ) throws(FakeAWSError) -> Answer {
    let principal = parameters["PrincipalArn"]
    let text = parameters["SAMLAssertion"]
    let request = try FederatedRequest(
      parameters,
      [
        Constraint(name: "principalArn", value: principal, isRequired: true, length: 20...2048),
        Constraint(
          name: "samlAssertion", value: text, isRequired: true, length: 4...100_000, isSecret: true),
      ])
    let (assertion, provider) = try checkedAssertion(text ?? "", provider: principal ?? "")
    try assertion.check(request.roleARN, by: provider.arn, at: now)
    let role = try role(
      request, trusting: provider, subject: assertion.subject, action: "sts:AssumeRoleWithSAML")
    let rest = Int((assertion.sessionEnd ?? now).timeIntervalSince(now))
    let seconds = min(try sessionSeconds(request.seconds, of: role, isChained: false), rest)
    let (caller, content) = try session(
      request, of: role, named: assertion.sessionName, seconds: seconds, at: now)
    let about = [
      XMLElement("Subject", assertion.subject), XMLElement("SubjectType", "persistent"),
      XMLElement("Issuer", provider.arn),
    ]
    return Answer(content: .xml(.assumeRoleWithSAML, content + about), caller: caller.arn)
  }

  private func checkedAssertion(
    _ text: String, provider arn: String
  ) throws(FakeAWSError) -> (SAMLAssertion, IdentityProvider) {
    guard let provider = providers.first(where: { $0.arn == arn }), case .saml = provider.kind
    else { throw .invalidIdentity("Specified provider doesn't exist") }
    guard let assertion = SAMLAssertion(text) else {
      throw .invalidIdentity("Invalid base64 SAMLResponse")
    }
    guard provider.hasSigned(assertion.signed, assertion.signature) else {
      throw .invalidIdentity("Response signature invalid")
    }
    return (assertion, provider)
  }
}

extension SAMLAssertion {
  fileprivate func check(
    _ roleARN: String, by provider: String, at now: Date
  ) throws(FakeAWSError) {
    guard let end, end > now else {
      throw .expiredIdentity("Token must be redeemed within 5 minutes of issuance")
    }
    guard offers(roleARN, by: provider) else {
      throw .accessDenied("Not authorized to perform sts:AssumeRoleWithSAML")
    }
  }
}
