import AWSConfig
import Credentials
import Foundation
import Testing

/// The names of cache files, by an oracle made with the AWS CLI.
@Suite(.enabled(if: oracle != nil, "../shared/conformance is not there"))
struct TokenCacheNamesTests {
  @Test func ofTokens() throws {
    for vector in try vectors("sso_token_file") {
      let login = SSOLogin(
        session: vector.sso_session, startURL: try #require(vector.start_url), region: "us-east-1")
      #expect(login.tokenFile == vector.file)
    }
  }

  @Test func ofRegisteredClients() throws {
    for vector in try vectors("sso_registration_file") {
      let login = SSOLogin(
        session: vector.sso_session, startURL: try #require(vector.start_url),
        region: try #require(vector.region), scopes: vector.scopes)
      #expect(login.registrationFile == vector.file)
    }
  }

  @Test func ofConsoleLogins() throws {
    for vector in try vectors("login_token_file") {
      let session = try #require(vector.login_session)
      #expect(LoginCache.file(of: session) == vector.file)
      #expect(LoginCache.file(of: " \(session)\n") == vector.file)
    }
  }

  private func vectors(_ kind: String) throws -> [Vector] {
    let all = try JSONSerialization.jsonObject(with: Data(contentsOf: try #require(oracle)))
    let found = try #require((all as? [String: Any])?[kind])
    let vectors = try JSONDecoder().decode(
      [Vector].self, from: JSONSerialization.data(withJSONObject: found))
    try #require(!vectors.isEmpty)
    return vectors
  }
}

private struct Vector: Decodable {
  let start_url, sso_session, region, login_session: String?
  let scopes: [String]?
  let file: String
}

private let oracle: URL? = {
  let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../../shared/conformance/generated/cache-keys.json").standardized
  return FileManager.default.fileExists(atPath: file.path) ? file : nil
}()
