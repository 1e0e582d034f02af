/// What is wrong with session policies, in sentences; empty where nothing is.
///
/// The limit of 2,048 characters is one for the policy and the ARNs together, as AWS documents it.
func policyViolations(_ policy: String?, _ arns: [String]?) -> [String] {
  let arns = arns ?? []
  var faults = arns.compactMap(ParameterLimit.policyARN.violation)
  if let policy, let fault = ParameterLimit.policy.violation(in: policy) { faults.append(fault) }
  if arns.count > 10 {
    faults.append("There are \(arns.count) session policy ARNs; STS takes up to 10.")
  }
  let length = (policy ?? "").count + arns.map(\.count).reduce(0, +)
  if length > 2048 {
    faults.append(
      "The session policy and the policy ARNs have \(length) characters together; STS takes "
        + "up to 2048.")
  }
  return faults
}

extension QueryForm {
  /// Adds session policies, as all the ways to assume a role take them.
  mutating func addPolicies(_ policy: String?, _ arns: [String]?) {
    add("PolicyArns", arns) { form, prefix, arn in form.add(prefix + ".arn", arn) }
    add("Policy", policy)
  }
}

/// A sentence where a token or an assertion is shorter or longer than STS allows; it is not shown.
func lengthViolation(_ name: String, _ length: Int, _ range: ClosedRange<Int>) -> String? {
  guard !range.contains(length) else { return nil }
  return "\(name) has \(length) characters; STS takes \(range.lowerBound) to \(range.upperBound)."
}
