import Foundation
import Glibc
import Sandbox
import Testing

/// Commands that outlive many sessions: PyPI's aws and boto3 against a Sandbox whose sessions last
/// seconds.
///
/// `SWITCHBACK_LONG_JOB=180` makes them as long as a night has time for, with sessions of 20 s.
@Suite(
  .enabled(if: Repository.isBuilt && Repository.python != nil && Repository.aws != nil),
  .timeLimit(.minutes(5)))
struct LongJobTests {
  private let seconds = ProcessInfo.processInfo.environment["SWITCHBACK_LONG_JOB"].flatMap {
    Int($0)
  }

  private var script: String {
    Repository.root.appending(path: "Tests/Nightly/calls.py").path
  }

  private func serving(_ home: Home, _ body: (Served) async throws -> Void) async throws {
    try home.config(
      workplace(
        """
        [profile prod]
        role_arn = \(FakeAWS.role("Admin"))
        source_profile = base
        region = eu-west-1
        """))
    var cloud = FakeAWS.workplace()
    cloud.faults.sessionSeconds = seconds == nil ? 6 : 20
    try await Served.serving(cloud, body)
  }

  @Test(arguments: ["--refresh", "--server"])
  func noCallOfALongJobFails(_ delivery: String) async throws {
    let home = try Home()
    try await serving(home) { served in
      let job = try await home.switchback(
        "exec", delivery, "prod", "--", Repository.python ?? "", script, "\(seconds ?? 10)",
        with: ["AWS_ENDPOINT_URL": served.url])
      #expect(job.status == 0, "\(job)")
      let counts = job.output.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
      try #require(counts.count == 2)
      #expect(counts[0] >= (seconds ?? 10) / 2)
      #expect(counts[1] >= 2, "\(counts)")
    }
    #expect(home.names(in: "runtime").filter { $0.hasPrefix("switchback-") } == [])
  }

  @Test(arguments: ["--refresh", "--server"])
  func theKeysAreNotInTheEnvironment(_ delivery: String) async throws {
    let home = try Home()
    try await serving(home) { served in
      let child = try await home.switchback(
        "exec", delivery, "prod", "--", "env", "-0", with: ["AWS_ENDPOINT_URL": served.url])
      let found = environment(child.output)
      #expect(found["AWS_ACCESS_KEY_ID"] == nil && found["AWS_SESSION_TOKEN"] == nil)
      #expect(found["AWS_CREDENTIAL_EXPIRATION"] == nil)
      #expect(found["AWS_PROFILE"] == "switchback-prod")
      #expect(found["SWITCHBACK_CONFIG_FILE"] == home.path("home/.aws/config"))
      #expect(found["SWITCHBACK_ENTRY"] == "prod")
    }
  }

  /// Where the user's own default profile has keys, a container's endpoint would never be asked.
  @Test(arguments: ["--refresh", "--server"])
  func theUsersDefaultProfileIsNotUsed(_ delivery: String) async throws {
    let home = try Home()
    try await serving(home) { served in
      try home.write(
        "home/.aws/credentials",
        "[default]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = \(mayasSecret)\n"
      )
      let who = try await home.switchback(
        "exec", delivery, "prod", "--", "aws", "sts", "get-caller-identity", "--output", "text",
        with: ["AWS_ENDPOINT_URL": served.url])
      #expect(who.output.contains(":assumed-role/Admin/"), "\(who)")
    }
  }

  @Test func theUsersOwnSettingsGoAlong() async throws {
    let home = try Home()
    try await serving(home) { served in
      let config = try home.read("home/.aws/config")
      try home.config(
        config + "\noutput = yaml\ns3 =\n  addressing_style = path\nmfa_process = echo 000000\n")
      let file = try await home.switchback(
        "exec", "--refresh", "prod", "--", "sh", "-c",
        "cat \"$AWS_CONFIG_FILE\"; ls -l \"$AWS_CONFIG_FILE\"",
        with: ["AWS_ENDPOINT_URL": served.url])
      #expect(file.output.hasPrefix(try home.read("home/.aws/config")))
      #expect(
        file.output.contains(
          """
          [profile switchback-prod]
          region = eu-west-1
          output = yaml
          s3 =
            addressing_style = path
          credential_process =
          """))
      #expect(file.output.contains("-rw-------"))
      let asked = try await home.switchback(
        "exec", "--refresh", "prod", "--", "aws", "configure", "get", "s3.addressing_style",
        with: ["AWS_ENDPOINT_URL": served.url])
      #expect(asked.output == "path\n", "\(asked)")
    }
  }

  @Test func theServerWantsItsTokenAndItsName() async throws {
    let home = try Home()
    try await serving(home) { served in
      let ask = """
        ask() { curl -s -o /dev/null -w '%{http_code}\\n' "$@" "$AWS_CONTAINER_CREDENTIALS_FULL_URI"; }
        token=$(cat "$AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE")
        ask; ask -H 'Authorization: x'; ask -H "Authorization: $token"
        ask -H "Authorization: $token" -H 'Host: evil.example'; ask -X POST -H "Authorization: $token"
        stat -c %a "$AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"
        """
      let codes = try await home.switchback(
        "exec", "--server", "prod", "--", "sh", "-c", ask,
        with: ["AWS_ENDPOINT_URL": served.url])
      #expect(codes.output == "403\n403\n200\n403\n405\n600\n", "\(codes)")
    }
  }
}
