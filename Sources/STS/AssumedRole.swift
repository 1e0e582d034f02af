package import AWSClient
import Accounts
package import Foundation
package import Secrets

/// A role's session from STS.
package struct AssumedRole: Sendable, Hashable {
  /// The credentials with their expiration, and the account that STS names.
  package let credentials: AWSCredentials
  /// The session's ARN: `arn:aws:sts::111122223333:assumed-role/ROLE/SESSION`.
  package let arn: String
  /// The role's unique ID and the session's name, separated by a colon.
  package let assumedRoleID: String
  /// The session's source identity, which was set for it or passed on along the chain.
  package let sourceIdentity: String?
  /// How much of the space for policies and tags is used, in percent.
  package let packedPolicySize: Int?
}

extension AssumedRole {
  init(in result: ResponseElement) throws(ResponseError) {
    guard let user = result.child("AssumedRoleUser") else {
      throw .missing("AssumedRoleUser", in: result.name)
    }
    arn = try user.text(of: "Arn")
    assumedRoleID = try user.text(of: "AssumedRoleId")
    credentials = try result.credentials(accountID: try? ARN(arn).accountID)
    sourceIdentity = result.child("SourceIdentity")?.text
    packedPolicySize = result.child("PackedPolicySize").flatMap { Int($0.text) }
  }
}

extension ResponseElement {
  /// The credentials in the `Credentials` element of a result.
  func credentials(accountID: String? = nil) throws(ResponseError) -> AWSCredentials {
    guard let credentials = child("Credentials") else { throw .missing("Credentials", in: name) }
    return AWSCredentials(
      accessKeyID: try credentials.text(of: "AccessKeyId"),
      secretAccessKey: Secret(try credentials.text(of: "SecretAccessKey")),
      sessionToken: Secret(try credentials.text(of: "SessionToken")),
      expiration: try parseExpiration(try credentials.text(of: "Expiration")),
      accountID: accountID)
  }
}

extension STSOperation where Answer == AssumedRole {
  package static func check(_ answer: AssumedRole, at now: Date) throws(ResponseError) {
    try answer.credentials.check(at: now)
  }

  package static func grantedExpiration(of answer: AssumedRole) -> Date? {
    answer.credentials.expiration
  }
}
