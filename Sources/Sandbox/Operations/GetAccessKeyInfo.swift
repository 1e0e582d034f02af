import Secrets

extension FakeAWS {
  /// The account that an access key belongs to.
  func accessKeyInfo(_ parameters: Parameters) throws(FakeAWSError) -> [XMLElement] {
    let id = parameters["AccessKeyId"]
    try check([
      Constraint(
        name: "accessKeyId", value: id, isRequired: true, length: 16...128, punctuation: "")
    ])
    let user = users.first { $0.accessKeys.contains { $0.accessKeyID == id } }
    guard let account = user.flatMap({ ARN($0.arn)?.account }) ?? account(ofAccessKeyID: id ?? "")
    else { throw .validation("Access key \(id ?? "") is invalid") }
    return [XMLElement("Account", account)]
  }
}
