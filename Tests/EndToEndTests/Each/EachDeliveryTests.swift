import Sandbox
import Testing

/// How the commands of `switchback each` come by their credentials.
///
/// Skipped where nothing is built: Tests/all builds first.
@Suite(.enabled(if: Repository.isBuilt), .timeLimit(.minutes(5)))
struct EachDeliveryTests {
  private let roles = ["one", "two"].map {
    "[profile \($0)]\nrole_arn = \(FakeAWS.role("Admin"))\nsource_profile = base\n"
      + "role_session_name = \($0)\n"
  }.joined()

  private func inside(_ option: String...) async throws -> [[String: String]] {
    let home = try Home()
    try home.config(workplace(roles))
    var inside: [[String: String]] = []
    try await Served.serving(.workplace()) { served in
      for name in ["one", "two"] {
        let ended = try await home.run(
          ["switchback", "each", "--entry", name] + option + ["--", "env", "-0"],
          with: ["AWS_ENDPOINT_URL": served.url, "AWS_PROFILE": "base"])
        #expect(ended.status == 0, "\(ended)")
        inside.append(environment(ended.output.replacing("==> \(name) <==\n", with: "")))
      }
      #expect(served.calls("AssumeRole").count == 2)
    }
    #expect(home.names(in: "runtime").filter { $0.hasPrefix("switchback-") }.isEmpty)
    return inside
  }

  @Test func eachHasItsOwnKeysInItsEnvironment() async throws {
    let inside = try await inside()
    #expect(inside.map { $0["SWITCHBACK_ENTRY"] } == ["one", "two"])
    let keys = inside.compactMap { $0["AWS_ACCESS_KEY_ID"] }
    #expect(Set(keys).count == 2 && keys.allSatisfy { $0.hasPrefix("ASIA") })
    #expect(inside.allSatisfy { $0["AWS_PROFILE"] == nil })
  }

  @Test func refreshKeepsThemOut() async throws {
    let inside = try await inside("--refresh")
    #expect(inside.map { $0["SWITCHBACK_ENTRY"] } == ["one", "two"])
    #expect(inside.allSatisfy { $0["AWS_ACCESS_KEY_ID"] == nil && $0["AWS_PROFILE"] != nil })
  }
}
