import Foundation
import Secrets

/// One case of the request vectors.
struct Vector: Decodable {
  struct Credentials: Decodable {
    var access_key_id: String
    var secret_access_key: String
    var session_token: String?
  }
  var name: String
  var region: String
  var credentials: Credentials
  var timestamp: String
  /// Absent, like what follows, where a URL was presigned.
  var method: String?
  var url: String?
  var headers: [String: String]
  var body: String?
  var presigned_url: String?

  var keys: AWSCredentials {
    AWSCredentials(
      accessKeyID: credentials.access_key_id,
      secretAccessKey: Secret(credentials.secret_access_key),
      sessionToken: credentials.session_token.map(Secret.init))
  }

  var date: Date {
    get throws {
      let style = Date.ISO8601FormatStyle(dateSeparator: .omitted, timeSeparator: .omitted)
      return try style.parse(timestamp)
    }
  }

  static func all() throws -> [Vector] {
    struct File: Decodable { var cases: [Vector] }
    return try Conformance.decoded("generated/sts-sso-request-vectors.json", as: File.self).cases
  }
}
