import Foundation

extension FakeAWS {
  /// A session of a role, if its trust policy allows the request.
  mutating func assumeRole(
    _ parameters: Parameters, by caller: Caller, at now: Date
  ) throws(FakeAWSError) -> [XMLElement] {
    let request = try AssumeRoleRequest(parameters)
    guard !caller.isRoot else {
      throw .accessDenied("Roles may not be assumed by root accounts.")
    }
    let usedMFA = try acceptsCode(parameters, of: caller, at: now) || caller.usedMFA
    let role = try trustingRole(request, of: caller, usingMFA: usedMFA)
    try checkExtras(request, of: caller, trust: role.trust)
    let seconds = try sessionSeconds(request.seconds, of: role, isChained: caller.isTemporary)
    let session = caller.assuming(request)
    return [
      try credentialsElement(for: session, seconds: seconds, at: now), session.assumedRole,
      request.packedSize.map { XMLElement("PackedPolicySize", "\($0)") },
      session.sourceIdentity.map { XMLElement("SourceIdentity", $0) },
    ].compactMap { $0 }
  }

  /// The requested role, if it trusts the caller.
  ///
  /// Like AWS it has the same message for all reasons, also if the role does not exist.
  private func trustingRole(
    _ request: AssumeRoleRequest, of caller: Caller, usingMFA: Bool
  ) throws(FakeAWSError) -> Role {
    guard let role = roles.first(where: { $0.arn == request.roleARN }), let arn = ARN(role.arn),
      arn.partition == caller.partition, !faults.untrustingAccounts.contains(arn.account),
      role.trust.allows(caller, usingMFA: usingMFA, externalID: request.externalID)
    else { throw .notAuthorized(caller, to: "sts:AssumeRole", on: request.roleARN) }
    return role
  }

  /// Checks that the role allows tags and a source identity, both new and passed on ones.
  private func checkExtras(
    _ request: AssumeRoleRequest, of caller: Caller, trust: TrustPolicy
  ) throws(FakeAWSError) {
    let identity = request.sourceIdentity ?? caller.sourceIdentity
    let changesIdentity = caller.sourceIdentity != nil && caller.sourceIdentity != identity
    if changesIdentity || identity != nil && !trust.extras.contains(.sourceIdentity) {
      throw .notAuthorized(caller, to: "sts:SetSourceIdentity", on: request.roleARN)
    }
    let carriesTags = !request.tags.isEmpty || !caller.transitiveTags.isEmpty
    if carriesTags && !trust.extras.contains(.tags) {
      throw .notAuthorized(caller, to: "sts:TagSession", on: request.roleARN)
    }
    let inherited = Set(caller.transitiveTags.keys.map { $0.lowercased() })
    if request.tags.contains(where: { inherited.contains($0.key.lowercased()) }) {
      throw .invalidParameter(
        "One of the specified transitive tag keys can't be set because it conflicts with "
          + "a transitive tag key from the calling session.")
    }
  }

  /// The duration of a session, in seconds; a role assumed with temporary credentials is chained.
  func sessionSeconds(
    _ seconds: Int?, of role: Role, isChained: Bool
  ) throws(FakeAWSError) -> Int {
    guard let seconds else { return 3600 }
    if isChained && seconds > 3600 {
      throw .validation(
        "The requested DurationSeconds exceeds the 1 hour session limit "
          + "for roles assumed by role chaining.")
    }
    if seconds > role.maxSessionDuration {
      throw .validation(
        "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.")
    }
    return seconds
  }
}

extension Caller {
  /// The session in the answer to AssumeRole and similar operations.
  var assumedRole: XMLElement {
    XMLElement(
      "AssumedRoleUser", [XMLElement("AssumedRoleId", userID), XMLElement("Arn", arn)])
  }

  fileprivate func assuming(_ request: AssumeRoleRequest) -> Caller {
    let transitive = request.tags.filter { tag in
      request.transitiveTagKeys.contains { $0.lowercased() == tag.key.lowercased() }
    }
    return Caller(
      identity: .role(arn: request.roleARN, session: request.sessionName), isTemporary: true,
      sourceIdentity: request.sourceIdentity ?? sourceIdentity,
      transitiveTags: transitive.reduce(into: transitiveTags) { $0[$1.key] = $1.value })
  }
}

/// The parameters of AssumeRole, checked against their limits.
struct AssumeRoleRequest: Sendable {
  let roleARN: String
  let sessionName: String
  let externalID: String?
  let sourceIdentity: String?
  let seconds: Int?
  let tags: [(key: String, value: String)]
  let transitiveTagKeys: [String]
  /// The packed size of policies and tags in percent; nil if there are none.
  let packedSize: Int?

  init(_ parameters: Parameters) throws(FakeAWSError) {
    try check(parameters.assumeRoleConstraints)
    roleARN = parameters["RoleArn"] ?? ""
    let role = try checkedRole(roleARN)
    sessionName = parameters["RoleSessionName"] ?? ""
    externalID = parameters["ExternalId"]
    seconds = parameters["DurationSeconds"].flatMap { Int($0) }
    sourceIdentity = parameters["SourceIdentity"]
    if sourceIdentity?.hasPrefix("aws:") == true {
      throw .validation("The source identity must not begin with aws:")
    }
    tags = try sessionTags(parameters)
    transitiveTagKeys = parameters.list("TransitiveTagKeys")
    try checkTransitive(transitiveTagKeys, of: tags.map(\.key))
    packedSize = try Sandbox.packedSize(parameters, tags: tags, roleARN: role)
  }
}

extension Parameters {
  fileprivate var assumeRoleConstraints: [Constraint] {
    let name = "+=,.@-"
    return [
      Constraint(name: "roleArn", value: self["RoleArn"], isRequired: true, length: 20...2048),
      Constraint(
        name: "roleSessionName", value: self["RoleSessionName"], isRequired: true, length: 2...64,
        punctuation: name),
      duration(in: 900...43200),
      Constraint(
        name: "externalId", value: self["ExternalId"], length: 2...1224, punctuation: "+=,.@:/-"),
      Constraint(
        name: "sourceIdentity", value: self["SourceIdentity"], length: 2...64, punctuation: name),
      Constraint(name: "policy", value: self["Policy"], length: 1...2048),
    ] + mfaConstraints
  }
}

/// The parts of a role's ARN; throws if it is not one.
func checkedRole(_ text: String) throws(FakeAWSError) -> ARN {
  guard let arn = ARN(text), arn.service == "iam", arn.resource.hasPrefix("role/") else {
    throw .validation("\(text) is invalid")
  }
  return arn
}
