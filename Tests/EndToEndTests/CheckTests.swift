import Foundation
import Sandbox
import Testing

/// `switchback check` against the Sandbox.
///
/// Skipped where nothing is built: Tests/all builds first.
@Suite(.enabled(if: Repository.isBuilt), .timeLimit(.minutes(5)))
struct CheckTests {
  struct Row: Decodable {
    var entry: String
    var outcome: String
    var arn: String?
    var why: String?
  }

  private let entries = """
    [profile prod]
    role_arn = \(FakeAWS.role("Admin"))
    source_profile = base
    [profile closed]
    role_arn = \(FakeAWS.role("Closed"))
    source_profile = base
    external_id = ours
    [profile guarded]
    role_arn = \(FakeAWS.role("Guarded"))
    source_profile = base
    mfa_serial = \(mayasPhone)

    """

  @Test func saysOfEachWhetherItWorksAndWhyNot() async throws {
    let home = try Home()
    try home.config(workplace(entries + workplaceLogin))
    try await Served.serving(.workplace()) { served in
      let url = ["AWS_ENDPOINT_URL": served.url]
      let table = try await home.switchback("check", with: url)
      #expect(table.status == 3)
      #expect(table.output.contains("2 work, 1 wants MFA, 2 want login, 1 fails"), "\(table)")
      // What AWS does not say is made from what was sent.
      #expect(table.output.contains("external ID 'ours'"), "\(table)")
      let rows = try await home.switchback("check", "--json", with: url).json(as: [Row].self)
      #expect(rows.map(\.entry) == ["base", "prod", "closed", "guarded", "dev", "onward"])
      #expect(rows[1].arn?.contains("assumed-role/Admin/") == true)
      let one = try await home.switchback("check", "prod", with: url)
      #expect(one.status == 0, "\(one)")
    }
  }

  @Test func whatIsReadOnlyIsTriedReadOnly() async throws {
    let home = try Home()
    try home.config(workplace(entries))
    try home.write(
      "config/switchback/config.yaml", "rules:\n- match: prod\n  read_only: true\n")
    try await Served.serving(.workplace()) { served in
      let url = ["AWS_ENDPOINT_URL": served.url]
      // A session with all rights is held already.
      _ = try await home.switchback("credentials", "prod", "--without-settings", with: url)
      let checked = try await home.switchback("check", "prod", with: url)
      #expect(checked.status == 0, "\(checked)")
      let policies = served.calls("AssumeRole").map { call in
        call.parameters.values.contains { $0.hasSuffix("ReadOnlyAccess") }
      }
      #expect(policies == [false, true])
    }
  }

  @Test(arguments: [
    ["login"], ["login", "prod"], ["logout", "prod"], ["check"], ["check", "prod"],
    ["explain", "prod"], ["exec", "prod", "--", "true"], ["credentials", "prod"],
    ["export", "prod"], ["each", "--entry", "prod", "--", "true"], ["list"], ["config"],
  ])
  func aConfigFileThatCannotBeReadIsNamed(command: [String]) async throws {
    let home = try Home()
    let file = home.path("home/.aws/config")
    try home.write("home/.aws/credentials", "")
    try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: file)
    let ended = try await home.run(["switchback"] + command)
    #expect((ended.output + ended.errors).contains(file), "\(ended)")
  }

  @Test func twentyCallsASecondForAny() async throws {
    let home = try Home()
    let roles = (1...30).map { number in
      "[profile role-\(number)]\nrole_arn = \(FakeAWS.role("Admin"))\nsource_profile = base\n"
        + "role_session_name = session-\(number)\n"
    }
    try home.config(workplace(roles.joined()))
    try await Served.serving(.workplace()) { served in
      let start = ContinuousClock.now
      let checked = try await home.switchback("check", with: ["AWS_ENDPOINT_URL": served.url])
      #expect(checked.status == 0, "\(checked)")
      let calls = served.calls().count
      #expect(calls == 61)
      #expect(ContinuousClock.now - start >= .milliseconds(50 * (calls - 1)))
    }
  }
}
