import AWSConfig
import Credentials
import Foundation
import Testing
import Text

/// The names that the AWS CLI gives to its cache files, as recorded from the CLI itself.
@Suite(.enabled(if: cacheKeys != nil, "../shared/conformance is not there"))
struct CacheKeyTests {
  @Test func ofAssumedRoles() throws {
    for vector in try vectors("assume_role") {
      var hop = RoleHop(
        profile: "p", roleARN: try #require(vector.role_arn),
        roleSessionName: vector.args?["RoleSessionName"]?.text,
        externalID: vector.args?["ExternalId"]?.text,
        mfaSerial: vector.args?["SerialNumber"]?.text)
      if case .int(let seconds) = vector.args?["DurationSeconds"] { hop.durationSeconds = seconds }
      hop.policy = vector.args?["Policy"]?.text
      #expect(RoleCacheEntry(hop)?.file == vector.file)
    }
  }

  @Test func ofWebIdentities() throws {
    for vector in try vectors("assume_role_with_web_identity") {
      let source = WebIdentitySource(roleARN: try #require(vector.role_arn), tokenFile: "token")
      #expect(RoleCacheEntry(.webIdentity(source))?.file == vector.file)
    }
  }

  @Test func ofIdentityCenter() throws {
    for vector in try vectors("sso_role_credentials") {
      let login = SSOLogin(
        session: vector.sso_session, startURL: try #require(vector.start_url), region: "us-east-1")
      let source = SSOSource(
        profile: "p", login: login, accountID: try #require(vector.account_id),
        roleName: try #require(vector.role_name))
      #expect(RoleCacheEntry(.sso(source))?.file == vector.file)
    }
  }

  private func vectors(_ kind: String) throws -> [Vector] {
    let all = try JSONDecoder().decode(
      [String: Vectors].self, from: try Data(contentsOf: try #require(cacheKeys)))
    let vectors = try #require(all[kind]?.vectors)
    try #require(!vectors.isEmpty)
    return vectors
  }
}

private let cacheKeys: URL? = {
  let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/conformance/generated/cache-keys.json").standardized
  return FileManager.default.fileExists(atPath: file.path) ? file : nil
}()

/// A list of vectors, or the line that says where they are from.
private struct Vectors: Decodable {
  let vectors: [Vector]

  init(from decoder: any Decoder) throws {
    vectors = (try? decoder.singleValueContainer().decode([Vector].self)) ?? []
  }
}

private struct Vector: Decodable {
  let file: String
  let role_arn: String?
  let args: JSONValue?
  let start_url: String?
  let sso_session: String?
  let account_id: String?
  let role_name: String?
}
