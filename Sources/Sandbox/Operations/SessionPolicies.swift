import Foundation

/// The size of policies and tags in percent of AWS's limit, computed from their length.
///
/// Nil if there are none. Throws if one is malformed, or if all together are too large.
func packedSize(
  _ parameters: Parameters, tags: [(key: String, value: String)], roleARN: ARN
) throws(FakeAWSError) -> Int? {
  let policy = parameters["Policy"]
  if let policy { try checkPolicy(policy) }
  let arns = parameters.list("PolicyArns", field: "arn")
  try checkPolicyARNs(arns, role: roleARN)
  guard policy != nil || !tags.isEmpty || !arns.isEmpty else { return nil }
  let policies = (policy ?? "").count + arns.joined().count
  let length = policies + tags.map { $0.key.count + $0.value.count }.reduce(0, +)
  guard policies <= 2048 else { throw .tooLarge(percent: (policies * 100 + 2047) / 2048) }
  guard length <= 4096 else { throw .tooLarge(percent: (length * 100 + 4095) / 4096) }
  return max(1, length * 100 / 4096)
}

private func checkPolicy(_ text: String) throws(FakeAWSError) {
  let document = try? JSONSerialization.jsonObject(with: Data(text.utf8))
  guard let document = document as? [String: Any] else {
    throw .malformedPolicy("This policy contains invalid Json")
  }
  guard document["Statement"] is [Any] || document["Statement"] is [String: Any] else {
    throw .malformedPolicy("Syntax errors in policy.")
  }
}

/// Checks that there are at most ten session policies, of AWS or the role's account.
private func checkPolicyARNs(_ arns: [String], role: ARN) throws(FakeAWSError) {
  guard arns.count <= 10 else {
    throw .validation(
      "1 validation error detected: Value at 'policyArns' failed to satisfy constraint: "
        + "Member must have length less than or equal to 10")
  }
  let starts = ["aws", role.account].map { "arn:\(role.partition):iam::\($0):policy/" }
  if let stray = arns.first(where: { arn in !starts.contains { arn.hasPrefix($0) } }) {
    throw .validation("ARN \(stray) is not valid.")
  }
}

extension FakeAWSError {
  fileprivate static func tooLarge(percent: Int) -> FakeAWSError {
    FakeAWSError(
      code: "PackedPolicyTooLarge", status: 400,
      message: "Packed policy consumes \(percent)% of allotted space, please use smaller policy.")
  }

  fileprivate static func malformedPolicy(_ message: String) -> FakeAWSError {
    FakeAWSError(code: "MalformedPolicyDocument", status: 400, message: message)
  }
}

/// The session tags of a request, checked against AWS's limits.
func sessionTags(_ parameters: Parameters) throws(FakeAWSError) -> [(key: String, value: String)] {
  let keys = parameters.list("Tags", field: "Key")
  let tags = keys.enumerated().map { index, key in
    (key: key, value: parameters["Tags.member.\(index + 1).Value"] ?? "")
  }
  guard tags.count <= 50 else {
    throw .validation(
      "1 validation error detected: Value at 'tags' failed to satisfy constraint: "
        + "Member must have length less than or equal to 50")
  }
  try check(
    tags.enumerated().flatMap { index, tag in
      let member = "tags.\(index + 1).member"
      return [
        Constraint(name: "\(member).key", value: tag.key, length: 1...128, isTag: true),
        Constraint(name: "\(member).value", value: tag.value, length: 0...256, isTag: true),
      ]
    })
  guard Set(keys.map { $0.lowercased() }).count == keys.count else {
    throw .invalidParameter(
      "Duplicate tag keys found. Please note that Tag keys are case insensitive.")
  }
  return tags
}

/// Checks that all transitive tag keys are among the tags of the request.
func checkTransitive(_ transitive: [String], of keys: [String]) throws(FakeAWSError) {
  let known = Set(keys.map { $0.lowercased() })
  guard transitive.allSatisfy({ known.contains($0.lowercased()) }) else {
    throw .invalidParameter(
      "The specified transitive tag key must be included in the requested tags.")
  }
}

extension FakeAWSError {
  static func invalidParameter(_ message: String) -> FakeAWSError {
    FakeAWSError(code: "InvalidParameterValue", status: 400, message: message)
  }
}
