import Secrets

/// The supported actions of STS.
enum STSAction: String, Sendable, Hashable, CaseIterable {
  case assumeRole = "AssumeRole"
  case assumeRoleWithSAML = "AssumeRoleWithSAML"
  case assumeRoleWithWebIdentity = "AssumeRoleWithWebIdentity"
  case getAccessKeyInfo = "GetAccessKeyInfo"
  case getCallerIdentity = "GetCallerIdentity"
  case getSessionToken = "GetSessionToken"

  init(_ parameters: Parameters) throws(FakeAWSError) {
    guard let action = parameters["Action"] else {
      let known = Self.allCases.map(\.rawValue).joined(separator: ", ")
      throw FakeAWSError(
        code: "MissingAction", status: 400,
        message: "The simulated AWS has nothing here; its STS supports \(known).")
    }
    let version = parameters["Version"] ?? ""
    guard let operation = STSAction(rawValue: action), version == "2011-06-15" else {
      throw FakeAWSError(
        code: "InvalidAction", status: 400,
        message: "Could not find operation \(action) for version "
          + (version.isEmpty ? "NO_VERSION_SPECIFIED" : version))
    }
    self = operation
  }
}

/// The answer to GetCallerIdentity, which is always allowed.
func callerIdentity(of caller: Caller) -> [XMLElement] {
  [
    XMLElement("Arn", caller.arn), XMLElement("UserId", caller.userID),
    XMLElement("Account", caller.account),
  ]
}

extension FakeAWS {
  /// The account of an access key.
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
