/// The caller that signed a request, with the properties that its sessions pass on.
struct Caller: Sendable, Hashable, Codable {
  enum Identity: Sendable, Hashable, Codable {
    case user(arn: String)
    case role(arn: String, session: String)
  }

  var identity: Identity
  /// True for temporary credentials; a role that is assumed with them is chained.
  var isTemporary = false
  var usedMFA = false
  var sourceIdentity: String?
  /// The transitive tags by key; AWS ignores the case of keys.
  var transitiveTags: [String: String] = [:]

  /// The ARN in GetCallerIdentity; a role session's ARN does not have the role's path.
  var arn: String {
    guard case .role(_, let session) = identity, let role = ARN(iamARN) else { return iamARN }
    return "arn:\(role.partition):sts::\(role.account):assumed-role/\(role.name)/\(session)"
  }

  /// The ARN of the user or the role.
  var iamARN: String {
    switch identity {
    case .user(let arn), .role(let arn, _): arn
    }
  }

  var account: String { ARN(iamARN)?.account ?? "" }
  var partition: String { ARN(iamARN)?.partition ?? "" }
  var isRoot: Bool { ARN(iamARN)?.resource == "root" }

  var userID: String {
    switch identity {
    case .role(let arn, let session): "\(uniqueID("AROA", of: arn)):\(session)"
    case .user(let arn): isRoot ? account : uniqueID("AIDA", of: arn)
    }
  }

  /// The principals in trust policies that include this caller.
  var principals: Set<String> {
    [arn, iamARN, "arn:\(partition):iam::\(account):root", account]
  }
}
