import AWSConfig
import Credentials
import Files
import Foundation
import Secrets
import Testing

private let cached = """
  {"ProviderType": "sso", "Credentials": {"AccessKeyId": "ASIACACHED", "SecretAccessKey": "s", \
  "SessionToken": "t", "Expiration": "2026-09-21T15:13:20Z", "AccountId": "222222222222"}}
  """

/// The credentials of Identity Center that the AWS CLI has cached; no login is there.
struct SSOSessionTests {
  let wire = Wire()

  @Test func areUsedThoughTheLoginHasEnded() async throws {
    try write(cached)
    let session = try await wire.session(RoleChain(profile: "p", base: .sso(source)))
    #expect(session.keys.accessKeyID == "ASIACACHED" && session.login == "corp")
  }

  @Test func areNotUsedForARoleBehindThem() async throws {
    try write(cached)
    let role = "arn:aws:iam::333333333333:role/Role"
    let chain = RoleChain(profile: "p", base: .sso(source), hops: [hop(role)])
    await #expect(throws: LoginNeededError.self) { try await wire.session(chain) }
    #expect(wire.calls.isEmpty)
  }

  @Test func ofAnotherAccountAreNotUsed() async throws {
    try write(cached.replacingOccurrences(of: "222222222222", with: "999999999999"))
    await #expect(throws: LoginNeededError.self) {
      try await wire.session(RoleChain(profile: "p", base: .sso(source)))
    }
  }

  private var source: SSOSource {
    let login = SSOLogin(
      session: "corp", startURL: "https://d-1.awsapps.com/start", region: "eu-west-1")
    return SSOSource(profile: "p", login: login, accountID: "222222222222", roleName: "Admin")
  }

  private func write(_ content: String) throws {
    let place = try #require(RoleCacheEntry(.sso(source)))
    try writePrivately(Array(content.utf8), to: wire.folder + "/cli/" + place.file)
  }
}
