import Foundation
import Secrets

extension FakeAWS {
  /// Temporary keys of the role that stands for a permission set, where the person is assigned to it.
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
    let keys = try keys(for: caller, seconds: center.lifetimes.keys, at: now)
    let granted = RoleCredentials(
      accessKeyId: keys.accessKeyID, secretAccessKey: keys.secretAccessKey.revealed,
      sessionToken: keys.sessionToken?.revealed ?? "",
      expiration: Int(keys.expiration?.timeIntervalSince1970 ?? 0) * 1000)
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
