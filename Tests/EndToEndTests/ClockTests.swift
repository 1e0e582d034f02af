import Foundation
import Sandbox
import Testing

/// A machine whose clock is off AWS's: here it is the Sandbox's that is another.
@Suite(.enabled(if: Repository.isBuilt), .timeLimit(.minutes(5)))
struct ClockTests {
  private func home() throws -> Home {
    let home = try Home()
    try home.config(
      workplace(
        """
        [profile prod]
        role_arn = \(FakeAWS.role("Admin"))
        source_profile = base
        region = eu-west-1

        [profile short]
        role_arn = \(FakeAWS.role("Admin"))
        source_profile = base
        duration_seconds = 900
        region = eu-west-1
        """))
    return home
  }

  @Test(arguments: [
    (86_400.0, "1 d ahead of"), (-86_400, "1 d behind"), (3_660, "1 h 1 min ahead of"),
    (3_000, "50 min ahead of"), (7_200, "2 h ahead of"), (90_000, "1 d 1 h ahead of"),
    (-7_200, "2 h behind"),
  ])
  func itIsLearntOnceAndHeldAgainstAll(_ behind: TimeInterval, _ words: String) async throws {
    let home = try home()
    try await Served.serving(.workplace(), behind: behind) { served in
      let url = ["AWS_ENDPOINT_URL": served.url]
      let first = try await home.switchback("credentials", "prod", with: url)
      #expect(first.status == 0, "\(first)")
      #expect(first.errors.contains("This machine's clock is \(words) AWS's."), "\(first)")
      #expect(first.errors.ranges(of: "clock").count == 1)
      // Refused for its time, and granted.
      #expect(served.calls().count == 2)
      let second = try await home.switchback("credentials", "prod", with: url)
      #expect(second.output == first.output && second.errors.isEmpty, "\(second)")
      #expect(served.calls().count == 2)
      // Another session is asked for with the right time at once.
      let short = try await home.switchback("credentials", "short", with: url)
      #expect(short.status == 0 && short.errors.isEmpty, "\(short)")
      #expect(served.calls().count == 3)
      let printed = try first.json(as: Printed.self)
      let end = try Date(try #require(printed.Expiration), strategy: .iso8601)
      #expect(abs(end.timeIntervalSince(Date() - behind) - 3600) < 120)
    }
  }

  /// Neither one that the environment names nor one of a profile.
  @Test func whatOneEndpointSaysOfTheTimeIsNoMatterOfOthers() async throws {
    let home = try home()
    try await Served.serving(.workplace(), behind: 86_400) { off in
      try await Served.serving(.workplace()) { right in
        let text = try home.read("home/.aws/config")
        try home.config(
          ["off": off, "right": right].reduce(text) { text, end in
            text + """

              [profile \(end.key)]
              role_arn = \(FakeAWS.role("Admin"))
              source_profile = base
              region = eu-west-1
              endpoint_url = \(end.value.url)

              """
          })
        for _ in 1...2 {
          let first = try await home.switchback("credentials", "off")
          #expect(first.status == 0, "\(first)")
          #expect(off.calls().count == 2)
        }
        let other = try await home.switchback("credentials", "right")
        #expect(other.status == 0 && other.errors.isEmpty, "\(other)")
        #expect(right.calls().count == 1)
        let url = ["AWS_ENDPOINT_URL": right.url]
        let last = try await home.switchback("credentials", "prod", with: url)
        #expect(last.status == 0 && last.errors.isEmpty, "\(last)")
        #expect(right.calls().count == 2)
      }
    }
  }

  /// Whoever answers, its Date proves nothing where the answer itself shows that it is wrong.
  @Test(arguments: ["Thu, 01 Jan 2026 03:04:05 GMT", "Wed, 01 Jan 2070 03:04:05 GMT"])
  func aWrongDateOfAnAnswerIsNotLearnt(_ date: String) async throws {
    let body = """
      <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult>
      <AssumedRoleUser><AssumedRoleId>AROA:me</AssumedRoleId>
      <Arn>\(FakeAWS.role("Admin").replacing(":iam:", with: ":sts:").replacing(":role/", with: ":assumed-role/"))/me</Arn>
      </AssumedRoleUser><Credentials><AccessKeyId>ASIAIOSFODNN7EXAMPLE</AccessKeyId>
      <SecretAccessKey>secret</SecretAccessKey><SessionToken>secret-token</SessionToken>
      <Expiration>2126-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>
      """
    let sts = try PretendSTS(
      .answering(
        Array(
          "HTTP/1.1 200 OK\r\nDate: \(date)\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
            .utf8)))
    let home = try home()
    let outcome = try await home.switchback(
      "credentials", "prod", with: ["AWS_ENDPOINT_URL": sts.url])
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
    #expect(!home.names(in: "cache/switchback").contains { $0.hasPrefix("clock") })
    withExtendedLifetime(sts) {}
  }

  @Test(arguments: ["exec", "each"])
  func aServerOfKeysDoesNotHammerAWS(_ command: String) async throws {
    let home = try home()
    try await Served.serving(.workplace(), behind: 7_200) { served in
      let entry = command == "each" ? ["--entry", "short"] : ["short"]
      let ask = """
        token=$(cat "$AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE")
        sleep 3; curl -s -H "Authorization: $token" "$AWS_CONTAINER_CREDENTIALS_FULL_URI"
        """
      let outcome = try await home.run(
        ["switchback", command, "--server"] + entry + ["--", "sh", "-c", ask],
        with: ["AWS_ENDPOINT_URL": served.url])
      #expect(outcome.status == 0 && outcome.output.contains("AccessKeyId"), "\(outcome)")
      #expect(served.calls().count <= 3, "\(served.calls().count)")
    }
  }

  @Test func aShellSaysItOnceAndAsksNobodyAtItsPrompts() async throws {
    let home = try home()
    try await Served.serving(.workplace(), behind: 86_400) { served in
      let tmux = try await Tmux(
        home, "switchback", "shell", "prod", with: ["AWS_ENDPOINT_URL": served.url])
      try await tmux.waits(for: "ready>")
      let entered = try await tmux.screen()
      #expect(entered.contains("clock is 1 d ahead of AWS's"), "\(entered)")
      #expect(entered.contains("(1 h)") && !entered.contains("expired"), "\(entered)")
      let calls = served.calls().count
      for _ in 0..<5 { _ = try await tmux.types("true") }
      #expect(served.calls().count == calls)
      let prompt = try await tmux.types("switchback prompt --json")
      let left = try prompt.json(as: Label.self).left
      #expect((3500...3600).contains(left), "\(prompt)")
      let screen = try await tmux.screen()
      #expect(!screen.contains("expired"), "\(screen)")
      #expect(screen.ranges(of: "This machine's clock").count <= 1)
    }
  }

  private struct Label: Decodable {
    var left: Int
  }
}
