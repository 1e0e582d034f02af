import Foundation

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

  init(_ parameters: Parameters) throws(Refusal) {
    try check(parameters.assumeRoleConstraints)
    roleARN = parameters["RoleArn"] ?? ""
    guard let arn = ARN(roleARN), arn.service == "iam", arn.resource.hasPrefix("role/") else {
      throw .validation("\(roleARN) is invalid")
    }
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
    packedSize = try checkedPackedSize(parameters, tags: tags)
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

/// The size of policy and tags as a share of what AWS allows, here reckoned plainly by length.
private func checkedPackedSize(
  _ parameters: Parameters, tags: [(key: String, value: String)]
) throws(Refusal) -> Int? {
  let policy = parameters["Policy"]
  if let policy, !isPolicy(policy) {
    throw Refusal(
      code: "MalformedPolicyDocument", status: 400, message: "This policy contains invalid Json")
  }
  let arns = parameters.list("PolicyArns", field: "arn")
  guard policy != nil || !tags.isEmpty || !arns.isEmpty else { return nil }
  let length =
    (policy ?? "").count + arns.joined().count
    + tags.map { $0.key.count + $0.value.count }.reduce(0, +)
  return max(1, min(100, length * 100 / 4096))
}

private func isPolicy(_ text: String) -> Bool {
  let document = try? JSONSerialization.jsonObject(with: Data(text.utf8))
  return (document as? [String: Any])?["Statement"] != nil
}
