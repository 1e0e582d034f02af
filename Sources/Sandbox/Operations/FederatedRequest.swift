import Foundation

/// What AssumeRoleWithWebIdentity and AssumeRoleWithSAML share: a role, and how its session shall be.
struct FederatedRequest: Sendable {
  let roleARN: String
  let seconds: Int?
  let packedSize: Int?

  /// `others` are checked with the shared parameters, so that all complaints come at once.
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
  /// The role, where it trusts that provider, and the subject.
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

  /// A session of the role, which is no chained one, and what is said of it.
  mutating func session(
    _ request: FederatedRequest, of role: Role, named name: String, seconds: Int, at now: Date
  ) throws(FakeAWSError) -> (caller: Caller, content: [XMLElement]) {
    let caller = Caller(identity: .role(arn: role.arn, session: name), isTemporary: true)
    let content = [
      try credentials(for: caller, seconds: seconds, at: now), caller.assumedRole,
      request.packedSize.map { XMLElement("PackedPolicySize", "\($0)") },
    ].compactMap { $0 }
    return (caller, content)
  }
}
