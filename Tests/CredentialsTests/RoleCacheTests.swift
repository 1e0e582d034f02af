import AWSClient
import AWSConfig
import Accounts
import Credentials
import Files
import Foundation
import Sandbox
import Secrets
import Testing
import Text

private let maya = "arn:aws:iam::111111111111:user/maya"
private let role = "arn:aws:iam::222222222222:role/First"

/// Sessions of the AWS CLI are used, and ours are written for it if configured.
struct RoleCacheTests {
  let wire = Wire(roles: [
    Role(arn: role, trust: TrustPolicy([maya], extras: [.tags, .sourceIdentity]))
  ])

  @Test(arguments: [
    "2026-09-21T15:13:20Z", "2026-09-21T15:13:20UTC", "2026-09-21T15:13:20+00:00",
    "2026-09-21T15:13:20.123456Z", "2026-09-21T14:28:20Z",
  ])
  func isUsed(_ end: String) async throws {
    try write(cached(until: end))
    #expect(try await wire.session(chain(hop(role))).keys.accessKeyID == "ASIACACHED")
    #expect(wire.calls.isEmpty)
  }

  @Test(arguments: [
    "", "{", #"{"Credentials": {"AccessKeyId": "ASIACACHED", "Secret"#, "[1, 2]", "{}",
    #"{"Credentials": null}"#,
    #"{"Credentials": {"AccessKeyId": "A", "SecretAccessKey": "s", "SessionToken": "t"}}"#,
    #"{"Credentials": {"AccessKeyId": "A", "SecretAccessKey": "s", "Expiration": 1893456000}}"#,
    #"{"Credentials": {"AccessKeyId": "A", "Expiration": "2036-01-01T00:00:00Z"}}"#,
    #"{"Credentials": {"AccessKeyId": "A", "SecretAccessKey": "s", "Expiration": "2036-01-01T00:00:00Z"}}"#,
    cached(until: "tomorrow"), cached(until: "2026-09-21T15:13:20"),
    cached(until: "2026-09-21T13:00:00Z"), cached(until: "2026-09-21T14:28:19Z"),
    cached(until: "2026-09-21T15:13:20Z", account: "999999999999"),
  ])
  func damageAndAgeAreAsIfItWereNotThere(_ content: String) async throws {
    try write(content)
    #expect(try await wire.session(chain(hop(role))).keys.accessKeyID != "ASIACACHED")
    #expect(wire.operations == ["AssumeRole"])
  }

  /// The AWS CLI goes by the machine's clock, and would not use it either.
  @Test func isNotUsedWhereTheMachinesClockSaysThatItHasEnded() async throws {
    try write(cached(until: "2026-09-21T15:13:20Z"))
    var dependencies = wire.dependencies()
    dependencies.timing.machineNow = { Wire.now + 3_600 }
    #expect(try await wire.session(chain(hop(role)), dependencies).keys.accessKeyID != "ASIACACHED")
  }

  @Test func isNotUsedWhereMoreIsAskedThanItsNameTells() async throws {
    try write(cached(until: "2026-09-21T15:13:20Z"))
    var tagged = hop(role)
    tagged.tags = [SessionOptions.Tag("team", "blue")]
    var narrowed = hop(role)
    narrowed.policyARNs = ["arn:aws:iam::aws:policy/ReadOnlyAccess"]
    var named = hop(role)
    named.sourceIdentity = "maya"
    for hop in [tagged, narrowed, named] {
      #expect(try await wire.session(chain(hop)).keys.accessKeyID != "ASIACACHED")
    }
    #expect(wire.operations == ["AssumeRole", "AssumeRole", "AssumeRole"])
    #expect(try await wire.session(chain(hop(role))).keys.accessKeyID == "ASIACACHED")
  }

  @Test func isWrittenOnlyIfConfigured() async throws {
    _ = try await wire.session(chain(hop(role)))
    #expect(!FileManager.default.fileExists(atPath: try file()))
  }

  @Test func whatIsWrittenIsWhatTheCLIReads() async throws {
    let session = try await wire.session(chain(hop(role)), wire.dependencies(sharing: true))
    let written = try #require(JSONValue(Array(Data(contentsOf: URL(filePath: try file())))))
    let keys = written["Credentials"]
    #expect(keys?["AccessKeyId"]?.text == session.keys.accessKeyID)
    #expect(keys?["Expiration"]?.text?.hasSuffix("Z") == true)
    #expect(keys?["AccountId"]?.text == "222222222222" && written["ProviderType"] == nil)
    let mode = try FileManager.default.attributesOfItem(atPath: file())[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let other = Wire()
    #expect(try await other.session(chain(hop(role)), borrowing(wire)).keys == session.keys)
  }

  /// Another machine's world, but with the same `~/.aws`.
  private func borrowing(_ wire: Wire) -> CredentialDependencies {
    var dependencies = Wire().dependencies()
    dependencies.roles = wire.dependencies().roles
    return dependencies
  }

  private func file() throws -> String {
    wire.folder + "/cli/" + (try #require(RoleCacheEntry(hop(role)))).file
  }

  private func write(_ content: String) throws {
    try writePrivately(Array(content.utf8), to: file())
  }
}

private func cached(until end: String, account: String? = nil) -> String {
  let account = account.map { #", "AccountId": "\#($0)""# } ?? ""
  return """
    {"Credentials": {"AccessKeyId": "ASIACACHED", "SecretAccessKey": "s", "SessionToken": "t", \
    "Expiration": "\(end)"\(account)}}
    """
}
