import Foundation

extension FakeAWS {
  /// A session of a role, for whomever an OpenID Connect provider vouches for; the request is not signed.
  mutating func assumeRoleWithWebIdentity(
    _ parameters: Parameters, at now: Date
  ) throws(FakeAWSError) -> Answer {
    let text = parameters["WebIdentityToken"]
    let request = try FederatedRequest(parameters, parameters.webIdentityConstraints)
    let (token, provider) = try checkedToken(text ?? "", account: ARN(request.roleARN)?.account)
    try token.checkTime(at: now)
    let role = try role(
      request, trusting: provider, subject: token.claims.sub,
      action: "sts:AssumeRoleWithWebIdentity")
    let seconds = try sessionSeconds(request.seconds, of: role, isChained: false)
    let (caller, content) = try session(
      request, of: role, named: parameters["RoleSessionName"] ?? "", seconds: seconds, at: now)
    let rest = [
      XMLElement("SubjectFromWebIdentityToken", token.claims.sub),
      XMLElement("Provider", provider.arn), XMLElement("Audience", token.claims.aud),
    ]
    return Answer(content: .xml(.assumeRoleWithWebIdentity, content + rest), caller: caller.arn)
  }

  /// A token that its issuer signed, for an audience that the role's account knows it by.
  private func checkedToken(
    _ text: String, account: String?
  ) throws(FakeAWSError) -> (WebIdentityToken, IdentityProvider) {
    guard let token = WebIdentityToken(text) else { throw .noToken }
    let issuer = token.claims.iss
    for provider in providers where provider.account == account {
      guard case .oidc(issuer, let audiences) = provider.kind else { continue }
      guard token.algorithm == provider.algorithm,
        provider.hasSigned(token.signed, token.signature)
      else { throw .unverified }
      guard audiences.contains(token.claims.aud) else {
        throw .invalidIdentity("Incorrect token audience")
      }
      return (token, provider)
    }
    throw .invalidIdentity("No OpenIDConnect provider found in your account for \(issuer)")
  }
}

extension Parameters {
  fileprivate var webIdentityConstraints: [Constraint] {
    [
      Constraint(
        name: "roleSessionName", value: self["RoleSessionName"], isRequired: true, length: 2...64,
        punctuation: "+=,.@-"),
      Constraint(
        name: "webIdentityToken", value: self["WebIdentityToken"], isRequired: true,
        length: 4...20000, isSecret: true),
    ]
  }
}

extension WebIdentityToken {
  fileprivate func checkTime(at now: Date) throws(FakeAWSError) {
    let seconds = Int(now.timeIntervalSince1970)
    guard claims.exp > seconds else {
      throw .expiredIdentity(
        "Token expired: current date/time \(seconds) must be before the expiration date/time "
          + "\(claims.exp)")
    }
  }
}

extension FakeAWSError {
  static func invalidIdentity(_ message: String) -> FakeAWSError {
    FakeAWSError(code: "InvalidIdentityToken", status: 400, message: message)
  }

  static func expiredIdentity(_ message: String) -> FakeAWSError {
    FakeAWSError(code: "ExpiredTokenException", status: 400, message: message)
  }

  fileprivate static let noToken = invalidIdentity(
    "The ID Token provided is not a valid JWT. "
      + "(You may see this error if you sent an Access Token)")

  fileprivate static let unverified = invalidIdentity(
    "Couldn't retrieve verification key from your identity provider,  "
      + "please reference AssumeRoleWithWebIdentity documentation for requirements")
}
