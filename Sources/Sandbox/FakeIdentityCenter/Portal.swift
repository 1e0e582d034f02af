import AWSClient
import Foundation
import Secrets

extension FakeAWS {
  /// Performs a request to Identity Center's portal, which needs a token.
  mutating func performPortal(
    _ route: Route, _ request: HTTPRequest, _ parameters: Parameters, at now: Date
  ) throws(FakeAWSError) -> Answer {
    guard let center = identityCenter else { throw .noIdentityCenter }
    let token = request.headers.named("x-amz-sso_bearer_token") ?? ""
    guard let person = center.logins.person(holding: token, at: now) else { throw .noSession }
    switch route {
    case .listAccounts: return try listAccounts(of: person, parameters, in: center)
    case .listAccountRoles: return try listAccountRoles(of: person, parameters, in: center)
    case .logout:
      identityCenter?.logins.end(token)
      return Answer(content: .nothing, caller: person.name)
    case .getRoleCredentials, .registerClient, .startDeviceAuthorization, .createToken, .authorize,
      .device, .getContainerCredentials, .getMetadataToken, .getMetadata:
      return try roleCredentials(of: person, parameters, in: center, at: now)
    }
  }
}

extension FakeAWSError {
  fileprivate static let noSession = FakeAWSError(
    code: "UnauthorizedException", status: 401, message: "Session token not found or invalid")
}

extension FakeAWS {
  /// Temporary credentials for a permission set that is assigned to a person.
  mutating func roleCredentials(
    of person: Person, _ parameters: Parameters, in center: IdentityCenter, at now: Date
  ) throws(FakeAWSError) -> Answer {
    let role = try parameters.required("role_name")
    let account = try parameters.accountID()
    guard person.assignments.contains(where: { ($0.account, $0.permissionSet) == (account, role) })
    else { throw .noAccess }
    let caller = Caller(
      identity: .role(arn: center.roleARN(role, in: account), session: person.name),
      isTemporary: true)
    let credentials = try credentials(for: caller, seconds: center.lifetimes.keys, at: now)
    let granted = RoleCredentials(
      accessKeyId: credentials.accessKeyID, secretAccessKey: credentials.secretAccessKey.revealed,
      sessionToken: credentials.sessionToken?.revealed ?? "",
      expiration: Int(credentials.expiration?.timeIntervalSince1970 ?? 0) * 1000)
    return try Answer(json: ["roleCredentials": granted], caller: caller.arn)
  }
}

extension Parameters {
  /// The `account_id` of a request to the portal.
  func accountID() throws(FakeAWSError) -> String {
    let account = try required("account_id")
    guard account.count == 12, account.allSatisfy({ ("0"..."9").contains($0) }) else {
      throw .invalidRequest("Invalid account id provided")
    }
    return account
  }
}

extension FakeAWSError {
  static let noAccess = FakeAWSError(code: "ForbiddenException", status: 403, message: "No access")
}

private struct RoleCredentials: Encodable {
  var accessKeyId, secretAccessKey, sessionToken: String
  /// In milliseconds since 1970.
  var expiration: Int
}

extension FakeAWS {
  /// The accounts in which a person has a permission set, in order of their IDs.
  func listAccounts(
    of person: Person, _ parameters: Parameters, in center: IdentityCenter
  ) throws(FakeAWSError) -> Answer {
    let names = Dictionary(person.assignments.map { ($0.account, $0.accountName) }) { first, _ in
      first
    }
    let accounts = names.sorted { $0.key < $1.key }.map {
      Account(accountId: $0.key, accountName: $0.value, emailAddress: "\($0.key)@example.com")
    }
    let page = try ListPage(accounts, parameters, atMost: center.pageSize)
    return try Answer(
      json: Accounts(accountList: page.items, nextToken: page.next), caller: person.name)
  }

  /// The permission sets of a person in one account.
  func listAccountRoles(
    of person: Person, _ parameters: Parameters, in center: IdentityCenter
  ) throws(FakeAWSError) -> Answer {
    let account = try parameters.accountID()
    let sets = person.assignments.filter { $0.account == account }.map(\.permissionSet).sorted()
    guard !sets.isEmpty else { throw .noAccess }
    let roles = sets.map { AccountRole(roleName: $0, accountId: account) }
    let page = try ListPage(roles, parameters, atMost: center.pageSize)
    return try Answer(
      json: AccountRoles(roleList: page.items, nextToken: page.next), caller: person.name)
  }
}

private struct Account: Encodable {
  var accountId, accountName, emailAddress: String
}

private struct Accounts: Encodable {
  var accountList: [Account]
  var nextToken: String?
}

private struct AccountRole: Encodable {
  var roleName, accountId: String
}

private struct AccountRoles: Encodable {
  var roleList: [AccountRole]
  var nextToken: String?
}

/// A page of a list, and the token for the next page; nil at the end.
struct ListPage<Item> {
  let items: [Item]
  let next: String?

  /// The page for `max_result` and `next_token`.
  init(_ all: [Item], _ parameters: Parameters, atMost limit: Int) throws(FakeAWSError) {
    let start = try parameters.start(in: all.count)
    let end = min(all.count, start + min(try parameters.maxResult(), limit))
    items = Array(all[start..<end])
    next = end < all.count ? base64URL(Array("from \(end)".utf8)) : nil
  }
}

extension Parameters {
  fileprivate func start(in count: Int) throws(FakeAWSError) -> Int {
    guard let token = self["next_token"], !token.isEmpty else { return 0 }
    guard let text = bytes(base64URL: token).map({ String(decoding: $0, as: UTF8.self) }),
      text.hasPrefix("from "), let start = Int(text.dropFirst(5)), (0..<count).contains(start)
    else { throw .invalidRequest("Invalid next token provided") }
    return start
  }

  fileprivate func maxResult() throws(FakeAWSError) -> Int {
    guard let text = self["max_result"] else { return 100 }
    guard let number = Int(text), (1...100).contains(number) else {
      throw .invalidRequest("max_result must lie between 1 and 100")
    }
    return number
  }
}
