import Foundation
package import Secrets

/// What a server of keys has to give.
package enum ServedCredentials: Sendable, Equatable {
  case keys(AWSCredentials)
  /// None, and why: an error's code, and a sentence.
  case unavailable(code: String, message: String)
}

extension ServedCredentials {
  /// The body of an answer, as an AWS SDK reads it of a container's endpoint (AWS SDKs and Tools Reference Guide,
  /// "Container credential provider").
  var body: [UInt8] {
    let members: [String: String?] =
      switch self {
      case .keys(let keys):
        [
          "AccessKeyId": keys.accessKeyID, "SecretAccessKey": keys.secretAccessKey.revealed,
          "Token": keys.sessionToken?.revealed ?? "", "AccountId": keys.accountID,
          // Botocore wants an end even of keys that have none.
          "Expiration": (keys.expiration ?? .distantEnd).formatted(.iso8601),
        ]
      case .unavailable(let code, let message): ["code": code, "message": message]
      }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(members.compactMapValues(\.self))).map { [UInt8]($0) } ?? []
  }
}

extension Date {
  /// Later than anybody asks again.
  fileprivate static let distantEnd = Date(timeIntervalSince1970: 4_102_444_800)
}
