/// The session tags of a request, within AWS's limits.
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

/// Checks that only tags that are sent along are passed on down the chain.
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
