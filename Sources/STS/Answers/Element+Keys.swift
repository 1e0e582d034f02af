import Foundation
import Secrets

extension Element {
  /// The keys in the `Credentials` of a result.
  func keys(accountID: String? = nil) throws(AnswerFault) -> Keys {
    guard let credentials = child("Credentials") else { throw .missing("Credentials", in: name) }
    return Keys(
      accessKeyID: try credentials.text(of: "AccessKeyId"),
      secretAccessKey: Secret(try credentials.text(of: "SecretAccessKey")),
      sessionToken: Secret(try credentials.text(of: "SessionToken")),
      expiration: try time(try credentials.text(of: "Expiration")),
      accountID: accountID)
  }
}
