import Sandbox
import Testing

/// `-v`, in every command that asks AWS: it tells, and it tells no secret.
///
/// Skipped where nothing is built: Tests/all builds first.
@Suite(.enabled(if: Repository.isBuilt), .timeLimit(.minutes(1)))
struct VerboseTests {
  private static let commands = [
    ["credentials", "prod"], ["whoami"], ["exec", "prod", "--", "true"], ["export", "prod"],
    ["check"], ["credentials", "closed"], ["credentials", "wrong"],
  ]

  @Test(arguments: commands)
  func saysWhatIsAskedAndNoSecret(_ command: [String]) async throws {
    let home = try Home(["AWS_PROFILE": "base"])
    try home.config(
      workplace(
        """
        [profile prod]
        role_arn = \(Cloud.role("Admin"))
        source_profile = base
        [profile closed]
        role_arn = \(Cloud.role("Closed"))
        source_profile = base
        [profile wrong]
        aws_access_key_id = AKIAIOSFODNN7EXAMPLE
        aws_secret_access_key = wrongSecretWrongSecretWrongSecretWrongSe
        """))
    try await Served.serving(.workplace()) { served in
      let words = [command[0], "-v"] + command.dropFirst()
      let outcome = try await home.run(
        ["switchback"] + words, with: ["AWS_ENDPOINT_URL": served.url, "SWITCHBACK_LOG": ""])
      let isAsked = command != ["credentials", "wrong"]
      #expect(outcome.errors.contains("POST 127.0.0.1") == isAsked, "\(outcome)")
      home.expectNoSecret(in: outcome.errors)
      // A failure's sentence names the key, and nothing that goes with it.
      if outcome.status != 0 { #expect(!outcome.output.contains("wrongSecret")) }
    }
  }
}
