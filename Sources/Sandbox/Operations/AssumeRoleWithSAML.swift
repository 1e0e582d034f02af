package import Foundation
package import Secrets

extension FakeAWS {
  /// A session of a role for the subject of a SAML assertion; the request is not signed.
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

/// A SAML assertion in the format of the fake AWS.
///
/// It is a Response with the attributes that AWS reads, in base64. Instead of an XML signature its
/// last element is `<SignatureValue>`, the HMAC with SHA-256 of everything before it, in base64.
struct SAMLAssertion: Sendable, Hashable {
  /// The text before the signature.
  let signed: String
  let signature: [UInt8]

  /// Nil if the text is not such an assertion in base64.
  init?(_ text: String) {
    guard let bytes = Data(base64Encoded: text) else { return nil }
    let parts = String(decoding: bytes, as: UTF8.self)
      .split(separator: "<SignatureValue>", omittingEmptySubsequences: false)
    guard parts.count == 2, let end = parts[1].firstRange(of: "</SignatureValue>"),
      let signature = Data(base64Encoded: String(parts[1][..<end.lowerBound]))
    else { return nil }
    signed = String(parts[0])
    self.signature = Array(signature)
  }

  var subject: String { first("<NameID>", "</NameID>") }
  var sessionName: String { first(attribute("RoleSessionName"), "</AttributeValue>") }
  /// The end of the assertion.
  var end: Date? { try? Date(first("NotOnOrAfter=\"", "\""), strategy: .iso8601) }
  /// The end of all its sessions.
  var sessionEnd: Date? { try? Date(first("SessionNotOnOrAfter=\"", "\""), strategy: .iso8601) }

  /// True if it allows its subject this role, with this provider.
  func offers(_ roleARN: String, by providerARN: String) -> Bool {
    signed.contains("<AttributeValue>\(roleARN),\(providerARN)</AttributeValue>")
  }

  private func first(_ start: String, _ end: String) -> String {
    guard let opening = signed.firstRange(of: start) else { return "" }
    let rest = signed[opening.upperBound...]
    return rest.firstRange(of: end).map { String(rest[..<$0.lowerBound]) } ?? ""
  }
}

extension IdentityProvider {
  /// An assertion that allows `subject` to assume any of these roles.
  ///
  /// It is valid for `seconds`; its sessions end within `sessionSeconds`.
  package func samlAssertion(
    subject: String, roleARNs: [String], at now: Date, seconds: Int = 300,
    sessionSeconds: Int = 43_200
  ) throws -> Secret {
    let roles = roleARNs.map { "<AttributeValue>\($0),\(arn)</AttributeValue>" }.joined()
    let (end, sessionEnd) = (now + Double(seconds), now + Double(sessionSeconds))
    let text = """
      <Response><Assertion><Subject><NameID>\(subject)</NameID>\
      <SubjectConfirmationData NotOnOrAfter="\(end.formatted(.iso8601))"/></Subject>\
      <AuthnStatement SessionNotOnOrAfter="\(sessionEnd.formatted(.iso8601))"/>\
      <AttributeStatement>\(attribute("RoleSessionName"))\(subject)</AttributeValue></Attribute>\
      <Attribute Name="\(attributes)Role">\(roles)</Attribute></AttributeStatement></Assertion>
      """
    let signature = Data(try sign(text)).base64EncodedString()
    let whole = "\(text)<SignatureValue>\(signature)</SignatureValue></Response>"
    return Secret(Data(whole.utf8).base64EncodedString())
  }
}

private let attributes = "https://aws.amazon.com/SAML/Attributes/"

private func attribute(_ name: String) -> String {
  "<Attribute Name=\"\(attributes)\(name)\"><AttributeValue>"
}
