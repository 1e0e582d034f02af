import Foundation
package import Secrets
import Text

/// The result that a credential server gives.
package enum ServedCredentials: Sendable, Equatable {
  case keys(AWSCredentials)
  /// No credentials, with the code of the error and a sentence.
  case unavailable(code: String, message: String)
}

extension ServedCredentials {
  /// The body of the response, as an AWS SDK expects it from a container's endpoint.
  ///
  /// Source: AWS SDKs and Tools Reference Guide, "Container credential provider".
  var body: [UInt8] {
    let members: [String: String?] =
      switch self {
      case .keys(let keys):
        [
          "AccessKeyId": keys.accessKeyID, "SecretAccessKey": keys.secretAccessKey.revealed,
          "Token": keys.sessionToken?.revealed ?? "", "AccountId": keys.accountID,
          // Botocore requires an expiration even for credentials that have none.
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
  /// Later than the next request for credentials.
  fileprivate static let distantEnd = Date(timeIntervalSince1970: 4_102_444_800)
}

/// The response to a request to a credential server.
package struct CredentialServerResponse: Sendable, Equatable {
  package var status: Int
  package var body: [UInt8]

  /// Answers a request, if it has the server's Host and token.
  ///
  /// A web page can resolve a name of its own to this server, so the Host is checked. It cannot
  /// know the token.
  package init(
    method: String, target: String, hosts: [String], authorization: [String], port: Int,
    token: [UInt8], served: () -> ServedCredentials
  ) {
    guard hosts == ["127.0.0.1:\(port)"] || hosts == ["localhost:\(port)"] else {
      self.init(403, "WrongHost", "This server does not have that host name.")
      return
    }
    guard authorization.count == 1, isSame(Array(authorization[0].utf8), token) else {
      self.init(403, "WrongToken", "The authorization token is wrong.")
      return
    }
    guard method == "GET" else {
      self.init(405, "WrongMethod", "Only GET is supported.")
      return
    }
    guard target == "/" else {
      self.init(404, "NotFound", "Credentials are served at / only.")
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

/// Compares two byte strings in constant time, so that the time does not show where they differ.
private func isSame(_ one: [UInt8], _ other: [UInt8]) -> Bool {
  guard one.count == other.count else { return false }
  return zip(one, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
}
