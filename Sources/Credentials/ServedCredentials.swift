import Foundation
package import Secrets
import Text

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
          "Expiration": iso8601(keys.expiration ?? .distantEnd),
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

/// What a request to a server of keys comes to.
package struct CredentialServerResponse: Sendable, Equatable {
  package var status: Int
  package var body: [UInt8]

  /// A page in a browser may reach us by a name of its own, so that the Host must be ours; and it cannot know the token.
  package init(
    method: String, target: String, hosts: [String], authorization: [String], port: Int,
    token: [UInt8], served: () -> ServedCredentials
  ) {
    guard hosts == ["127.0.0.1:\(port)"] || hosts == ["localhost:\(port)"] else {
      self.init(403, "WrongHost", "This server is not known by that name.")
      return
    }
    guard authorization.count == 1, isSame(Array(authorization[0].utf8), token) else {
      self.init(403, "WrongToken", "The authorization token is not this server's.")
      return
    }
    guard method == "GET" else {
      self.init(405, "WrongMethod", "Credentials are asked for with GET.")
      return
    }
    guard target == "/" else {
      self.init(404, "NotFound", "There are credentials at / alone.")
      return
    }
    self.init(served())
  }

  private init(_ served: ServedCredentials) {
    body = served.body
    if case .keys = served { status = 200 } else { status = 503 }
  }

  private init(_ status: Int, _ code: String, _ message: String) {
    self.status = status
    body = ServedCredentials.unavailable(code: code, message: message).body
  }
}

/// Whether two byte strings are equal, found out in a time that says nothing of where they differ.
private func isSame(_ one: [UInt8], _ other: [UInt8]) -> Bool {
  guard one.count == other.count else { return false }
  return zip(one, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
}
