import Foundation
import Secrets

/// What a profile of the credentials file is to say, key by key, and the keys that it must not say any more.
struct WrittenKeys {
  var values: [(key: PropertyKey, text: String)]

  /// saml2aws and aws-mfa write the end of a session under this key.
  static let expiry = PropertyKey.other("x_security_token_expires")

  /// All that says who a profile is; the older name of a token would win over the newer in the AWS CLI.
  static let all: Set<PropertyKey> = [
    .known(.accessKeyID), .known(.secretAccessKey), .known(.sessionToken), .known(.securityToken),
    .known(.accountID), expiry,
  ]

  /// Throws where a value could be read as something else: no key or token of AWS's can.
  init(_ keys: AWSCredentials, region: String?) throws(CredentialsFileError) {
    let some: [(PropertyKey, String?)] = [
      (.known(.accessKeyID), keys.accessKeyID),
      (.known(.secretAccessKey), keys.secretAccessKey.revealed),
      (.known(.sessionToken), keys.sessionToken?.revealed),
      (.known(.accountID), keys.accountID),
      (Self.expiry, keys.expiration?.formatted(.iso8601)),
      (.known(.region), region),
    ]
    values = some.compactMap { key, text in text.map { (key, $0) } }
    for (key, text) in values {
      let isPlain = text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
      guard isPlain, !text.isEmpty else { throw .value(key.text) }
    }
  }

  subscript(key: PropertyKey) -> String? {
    values.first { $0.key == key }?.text
  }
}
