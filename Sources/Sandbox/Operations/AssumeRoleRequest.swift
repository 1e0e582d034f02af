/// The parameters of AssumeRole, each within its limits.
struct AssumeRoleRequest: Sendable {
  let roleARN: String
  let sessionName: String
  let externalID: String?
  let sourceIdentity: String?
  let seconds: Int?
  let tags: [(key: String, value: String)]
  let transitiveTagKeys: [String]
  /// A percentage, as AWS gives it; nil where no policy and no tags were sent.
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

/// The ARN of a role, in parts.
func checkedRole(_ text: String) throws(FakeAWSError) -> ARN {
  guard let arn = ARN(text), arn.service == "iam", arn.resource.hasPrefix("role/") else {
    throw .validation("\(text) is invalid")
  }
  return arn
}
