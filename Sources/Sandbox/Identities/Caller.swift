/// Whoever signed a request, with all that a session carries on to the next one.
struct Caller: Sendable, Hashable, Codable {
  enum Identity: Sendable, Hashable, Codable {
    case user(arn: String)
    case role(arn: String, session: String)
  }

  var identity: Identity
  /// True for all credentials that end; a role assumed with such is chained.
  var isTemporary = false
  var usedMFA = false
  var sourceIdentity: String?
  /// By key; AWS compares keys without regard to case.
  var transitiveTags: [String: String] = [:]

  /// As GetCallerIdentity names it: a role's session, without the role's path.
  var arn: String {
    guard case .role(_, let session) = identity, let role = ARN(iamARN) else { return iamARN }
    return "arn:\(role.partition):sts::\(role.account):assumed-role/\(role.name)/\(session)"
  }

  /// The user or the role itself.
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

  /// The names by which a trust policy may mean this caller.
  var principals: Set<String> {
    [arn, iamARN, "arn:\(partition):iam::\(account):root", account]
  }
}
