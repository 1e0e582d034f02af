import Foundation

/// The common parameters of AssumeRoleWithWebIdentity and AssumeRoleWithSAML.
struct FederatedRequest: Sendable {
  let roleARN: String
  let seconds: Int?
  let packedSize: Int?

  /// Checks `others` together with the common parameters, so that all errors are reported at once.
  init(_ parameters: Parameters, _ others: [Constraint]) throws(FakeAWSError) {
    let shared = [
      Constraint(
        name: "roleArn", value: parameters["RoleArn"], isRequired: true, length: 20...2048),
      parameters.duration(in: 900...43200),
      Constraint(name: "policy", value: parameters["Policy"], length: 1...2048),
    ]
    try check(shared + others)
    roleARN = parameters["RoleArn"] ?? ""
    seconds = parameters["DurationSeconds"].flatMap { Int($0) }
    packedSize = try Sandbox.packedSize(parameters, tags: [], roleARN: try checkedRole(roleARN))
  }
}

extension FakeAWS {
  /// The requested role, if it trusts the provider and the subject.
  func role(
    _ request: FederatedRequest, trusting provider: IdentityProvider, subject: String,
    action: String
  ) throws(FakeAWSError) -> Role {
    guard let role = roles.first(where: { $0.arn == request.roleARN }),
      role.trust.allows(provider, subject: subject),
      let account = ARN(role.arn)?.account, account == provider.account,
      !faults.untrustingAccounts.contains(account)
    else { throw .accessDenied("Not authorized to perform \(action)") }
    return role
  }

  /// A session of the role, which is not chained, and the XML elements for the answer.
  mutating func session(
    _ request: FederatedRequest, of role: Role, named name: String, seconds: Int, at now: Date
  ) throws(FakeAWSError) -> (caller: Caller, content: [XMLElement]) {
    let caller = Caller(identity: .role(arn: role.arn, session: name), isTemporary: true)
    let content = [
      try credentialsElement(for: caller, seconds: seconds, at: now), caller.assumedRole,
      request.packedSize.map { XMLElement("PackedPolicySize", "\($0)") },
    ].compactMap { $0 }
    return (caller, content)
  }
}
