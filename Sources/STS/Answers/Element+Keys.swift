import Foundation
import Secrets

extension ResponseElement {
  /// The keys in the `Credentials` of a result.
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
