import Foundation
import HTTP
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

/// The response of a credential server.
struct CredentialServerResponse: Sendable, Equatable {
  var status: Int
  var body: [UInt8]

  /// The response to a request, which needs the server's own Host and the token.
  ///
  /// A page in a browser may reach this server under a name of its own, and cannot know the token.
  init(_ request: LoopbackRequest, token: [UInt8], served: () -> ServedCredentials) {
    guard request.isForOwnHost(allowsLocalhost: true) else {
      self.init(403, "WrongHost", "This server does not have that name.")
      return
    }
    let authorization = request.values(of: "Authorization")
    guard authorization.count == 1, isEqualInConstantTime(authorization[0].utf8, token) else {
      self.init(403, "WrongToken", "The authorization token is not this server's.")
      return
    }
    guard request.method == "GET" else {
      self.init(405, "WrongMethod", "Only GET is supported.")
      return
    }
    guard request.target == "/" else {
      self.init(404, "NotFound", "The only path with credentials is /.")
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
