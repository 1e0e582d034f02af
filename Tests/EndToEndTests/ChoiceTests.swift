import AWSClient
import Sandbox
import Testing

/// What is chosen at the moment of switching, as AWS sees it.
///
/// Skipped where nothing is built: Tests/all builds first.
@Suite(.enabled(if: Repository.isBuilt), .timeLimit(.minutes(5)))
struct ChoiceTests {
  private func home(_ settings: String = "") throws -> Home {
    let home = try Home()
    try home.config(
      workplace("[profile prod]\nrole_arn = \(FakeAWS.role("Admin"))\nsource_profile = base\n"))
    if !settings.isEmpty { try home.write("config/switchback/config.yaml", settings) }
    return home
  }

  @Test func allOfItIsSent() async throws {
    let home = try home()
    try await Served.serving(.workplace()) { served in
      let outcome = try await home.switchback(
        "credentials", "prod", "--region", "eu-central-1", "--duration", "2h", "--session-name",
        "maya@work", "--source-identity", "maya", "--tag", "Team=payments", "--tag", "Ticket=OPS-1",
        "--read-only", with: ["AWS_ENDPOINT_URL": served.url])
      #expect(outcome.status == 0, "\(outcome)")
      let call = try #require(served.calls("AssumeRole").first)
      #expect(call.scope?.region == "eu-central-1")
      let expected = [
        "DurationSeconds": "7200", "RoleSessionName": "maya@work", "SourceIdentity": "maya",
        "Tags.member.1.Key": "Team", "Tags.member.1.Value": "payments",
        "Tags.member.2.Key": "Ticket", "Tags.member.2.Value": "OPS-1",
        "PolicyArns.member.1.arn": "arn:aws:iam::aws:policy/ReadOnlyAccess",
      ]
      for (name, value) in expected { #expect(call.parameters[name] == value) }
    }
  }

  @Test func aChoiceHasASessionOfItsOwn() async throws {
    let home = try home()
    try await Served.serving(.workplace()) { served in
      let url = ["AWS_ENDPOINT_URL": served.url]
      func key(_ arguments: String...) async throws -> String {
        let outcome = try await home.run(
          ["switchback", "credentials", "prod"] + arguments, with: url)
        return try outcome.json(as: Printed.self).AccessKeyId
      }
      let (whole, narrow) = (try await key(), try await key("--read-only"))
      #expect(whole != narrow)
      #expect(try await key() == whole)
      #expect(try await key("--read-only") == narrow)
      #expect(served.calls("AssumeRole").count == 2)
    }
  }

  @Test func readOnlyInTheSettingsCannotBeForgotten() async throws {
    let home = try home("entries:\n  - name: prod\n    read_only: true\n")
    try await Served.serving(.workplace()) { served in
      let outcome = try await home.switchback(
        "exec", "prod", "--", "sh", "-c", "echo $SWITCHBACK_READ_ONLY",
        with: ["AWS_ENDPOINT_URL": served.url])
      #expect(outcome.output == "1\n", "\(outcome)")
      #expect(served.calls("AssumeRole").first?.parameters["PolicyArns.member.1.arn"] != nil)
    }
  }

  @Test func whatCannotBeNarrowedIsRefusedBeforeAnyCall() async throws {
    let home = try home()
    let outcome = try await home.switchback("credentials", "base", "--read-only")
    #expect(outcome.refuses(2, saying: "base"), "\(outcome)")
  }

  @Test func aRoleWithoutAProfile() async throws {
    let home = try home()
    try await Served.serving(.workplace()) { served in
      let url = ["AWS_ENDPOINT_URL": served.url]
      let link =
        "https://signin.aws.amazon.com/switchrole?account=222233334444&roleName=Admin&displayName=Shop"
      for role in [FakeAWS.role("Admin"), link] {
        let outcome = try await home.switchback(
          "exec", role, "--source", "base", "--", "switchback", "whoami", with: url)
        #expect(outcome.output.contains(":assumed-role/Admin/"), "\(outcome)")
      }
      let lost = try await home.switchback("exec", FakeAWS.role("Admin"), "--", "true", with: url)
      #expect(lost.refuses(2, saying: "Admin", "--source"), "\(lost)")
    }
  }

  @Test func aNameIsTypedWhereItIsWanted() async throws {
    let home = try home("entries:\n  - name: prod\n    confirm: true\n")
    try await Served.serving(.workplace()) { served in
      let url = ["AWS_ENDPOINT_URL": served.url]
      let alone = try await home.switchback("exec", "prod", "--", "true", with: url)
      #expect(alone.refuses(2, saying: "--confirm prod"), "\(alone)")
      let wrong = try await home.switchback(
        "exec", "prod", "--confirm", "prd", "--", "true", with: url)
      #expect(wrong.refuses(2, saying: "prod"))
      #expect(served.calls().isEmpty)
      let ahead = try await home.switchback(
        "exec", "prod", "--confirm", "prod", "--", "echo", "done", with: url)
      #expect(ahead.output == "done\n", "\(ahead)")
      let tmux = try await Tmux(
        home, "switchback", "exec", "prod", "--", "echo", "it is done", with: url)
      try await tmux.waits(for: "Type prod")
      try await tmux.keys("prod<enter>")
      try await tmux.waits(for: "it is done")
    }
  }

  @Test(arguments: [
    ["exec", "prod", "--duration=", "--", "true"], ["exec", "prod", "--duration=-5", "--", "true"],
    ["credentials", "prod", "--duration", "soon"], ["export", "prod", "--region="],
    ["shell", "prod", "--session-name="], ["explain", "prod", "--source-identity="],
    ["exec", "prod", "--source=", "--", "true"], ["--duration="],
    ["each", "--entry", "prod", "--confirm-all=-1", "--", "true"],
    ["each", "--entry", "prod", "--confirm-all=", "--", "true"],
    ["each", "--entry", "prod", "--confirm-all=9223372036854775808", "--", "true"],
    ["each", "--entry", "prod", "--parallel=-1", "--", "true"],
    ["each", "--entry", "prod", "--parallel=0", "--", "true"],
    ["each", "--entry", "prod", "--duration=1e3", "--", "true"],
  ])
  func oddNumbersAndEmptyValuesAreErrorsOfUse(command: [String]) async throws {
    let outcome = try await home().run(["switchback"] + command)
    let option = try #require(command.last { $0.hasPrefix("--") && $0 != "--" })
    #expect(outcome.refuses(64, saying: String(option.prefix { $0 != "=" })), "\(outcome)")
  }

  @Test func limitsAreRespectedBeforeTheCall() async throws {
    let home = try home()
    try await Served.serving(.workplace()) { served in
      let url = ["AWS_ENDPOINT_URL": served.url]
      for (option, value, limit) in [
        ("--session-name", "a", "2"), ("--source-identity", "aws:x", "aws:"),
        ("--tag", "=x", "KEY=VALUE"),
      ] {
        let outcome = try await home.switchback("credentials", "prod", option, value, with: url)
        #expect(outcome.refuses(2, saying: limit), "\(option) \(value): \(outcome)")
      }
      #expect(served.calls().isEmpty)
    }
  }

  /// In the words that were typed.
  @Test(arguments: [("13h", "too long"), ("10m", "too short"), ("1h90x", "not a duration")])
  func aDurationThatCannotBeIsSaidAsTyped(_ typed: String, _ fault: String) async throws {
    let outcome = try await home().switchback("credentials", "prod", "--duration", typed)
    #expect(outcome.refuses(64, saying: typed, fault), "\(outcome)")
  }
}
