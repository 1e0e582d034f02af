import Accounts
import Foundation
import Secrets

extension Profile {
  /// The profile's stored access key: the credentials file's where that has one, else the config file's.
  ///
  /// A key is never put together from both files; throws `ChainError` where a half is missing
  /// or cannot be used.
  func staticKeys() throws(ChainError) -> AWSCredentials? {
    guard has(.accessKeyID) else { return nil }
    let keys = credentials.has(.accessKeyID) ? credentials : config
    let origin = place(of: .accessKeyID)
    guard let id = keys.text(.accessKeyID), !id.isEmpty else {
      throw .halfAnAccessKey(profile: name, missing: .accessKeyID, origin)
    }
    guard let secret = keys.secret(.secretAccessKey), !secret.revealed.isEmpty else {
      throw .halfAnAccessKey(profile: name, missing: .secretAccessKey, origin)
    }
    let token = keys.token
    let found = AWSCredentials(
      accessKeyID: id, secretAccessKey: secret, sessionToken: token,
      expiration: token.flatMap { _ in keys.expiry },
      accountID: keys.text(.accountID).flatMap { ARN.isAccountID($0) ? $0 : nil })
    if let unusable = found.unusablePart { throw .unusableKey(profile: name, unusable, origin) }
    return found
  }
}

extension Properties {
  /// The end of a session, which saml2aws writes beside its keys; nil where it is none.
  fileprivate var expiry: Date? {
    guard case .text(let text)? = value(WrittenKeys.expiry) else { return nil }
    return parseISO8601(text)
  }

  /// The session token, by the older of its two names first, as the AWS CLI has it.
  fileprivate var token: Secret? {
    [secret(.securityToken), secret(.sessionToken)].lazy.compactMap(\.self)
      .first { !$0.revealed.isEmpty }
  }
}
