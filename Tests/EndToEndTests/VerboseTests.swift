import Sandbox
import Testing

/// `-v`, in every command that asks AWS: it tells, and it tells no secret.
///
/// Skipped where nothing is built: Tests/all builds first.
@Suite(.enabled(if: Repository.isBuilt), .timeLimit(.minutes(5)))
struct VerboseTests {
  private static let commands: [([String], Int32)] = [
    (["credentials", "prod"], 0), (["whoami"], 0), (["exec", "prod", "--", "true"], 0),
    (["export", "prod"], 0), (["check"], 3), (["credentials", "closed"], 3),
    (["credentials", "wrong"], 3),
  ]

  @Test(arguments: commands)
  func saysWhatIsAskedAndNoSecret(_ command: [String], status: Int32) async throws {
    let home = try Home(["AWS_PROFILE": "base"])
    try home.config(
      workplace(
        """
        [profile prod]
        role_arn = \(FakeAWS.role("Admin"))
        source_profile = base
        [profile closed]
        role_arn = \(FakeAWS.role("Closed"))
        source_profile = base
        [profile wrong]
        role_arn = \(FakeAWS.role("Admin"))
        source_profile = mistyped
        [profile mistyped]
        aws_access_key_id = AKIAIOSFODNN7EXAMPLE
        aws_secret_access_key = wrongSecretWrongSecretWrongSecretWrongSe
        """))
    try await Served.serving(.workplace()) { served in
      let words = [command[0], "-v"] + command.dropFirst()
      let outcome = try await home.run(
        ["switchback"] + words, with: ["AWS_ENDPOINT_URL": served.url, "SWITCHBACK_LOG": ""])
      #expect(outcome.status == status, "\(outcome)")
      #expect(outcome.errors.contains("POST 127.0.0.1"), "\(outcome)")
      // The run was searched for whole secrets; no part of one is told either.
      #expect(!outcome.errors.contains("wrongSecret") && !outcome.errors.contains("wJalr"))
    }
  }

  /// The search itself: what a run prints as a secret is found where it says it again.
  @Test(arguments: [
    #"{"SecretAccessKey": "0f2e7c61d9a8"}"#, "export AWS_SESSION_TOKEN='0f2e7c61d9a8'",
  ])
  func whatTellsASecretIsFoundOut(_ printed: String) async throws {
    let home = try Home()
    await withKnownIssue {
      _ = try await home.run(["sh", "-c", "echo \"$0\"; echo it is 0f2e7c61d9a8 >&2", printed])
    }
    await withKnownIssue {
      let tmux = try await Tmux(home, "sh", "-c", "echo 0f2e7c61d9a8 is it; read end")
      try await tmux.waits(for: "is it")
    }
  }
}
