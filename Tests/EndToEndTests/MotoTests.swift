import Foundation
import Testing

/// Against moto's IAM and STS, which check signatures.
///
/// Skipped where nothing is built, or PyPI's moto and awscli are not in .build/venv: Tests/all
/// sees to both.
@Suite(
  .enabled(if: Repository.isBuilt && Repository.motoServer != nil && Repository.aws != nil),
  .serialized, .timeLimit(.minutes(5)))
struct MotoTests {
  private func people(_ home: Home, _ moto: Moto, secret: String? = nil) throws {
    try home.config(
      """
      [profile base]
      region = eu-west-1
      [profile prod]
      role_arn = \(Moto.role)
      source_profile = base
      """)
    try home.write(
      "home/.aws/credentials",
      """
      [base]
      aws_access_key_id = \(moto.keys.id)
      aws_secret_access_key = \(secret ?? moto.keys.secret)
      """)
  }

  @Test func execAndWhoami() async throws {
    let home = try Home()
    try await Moto.serving(home) { moto in
      try people(home, moto)
      let url = ["AWS_ENDPOINT_URL": moto.url]
      let inside = try await home.switchback(
        "exec", "prod", "--", "switchback", "whoami", "--json", with: url)
      let who = try inside.json(as: Identity.self)
      #expect(who.account == "123456789012")
      #expect(who.arn.hasPrefix("arn:aws:sts::123456789012:assumed-role/Admin/"))
      #expect(who.entry == "prod")
      let aws = try await home.switchback(
        "exec", "prod", "--", "aws", "sts", "get-caller-identity", "--output", "json", with: url)
      #expect(try aws.json(as: CallerIdentity.self).Arn == who.arn, "\(aws)")
    }
  }

  @Test func theSubshellsCredentialsWork() async throws {
    let home = try Home()
    try await Moto.serving(home) { moto in
      try people(home, moto)
      let tmux = try await Tmux(
        home, "switchback", "shell", "prod", with: ["AWS_ENDPOINT_URL": moto.url])
      try await tmux.waits(for: "ready>")
      let who = try await tmux.types("switchback whoami --json").json(as: Identity.self)
      let aws = try await tmux.types("aws sts get-caller-identity --output json")
      #expect(try aws.json(as: CallerIdentity.self).Arn == who.arn, "\(aws)")
      try await tmux.keys("exit 7<enter>")
      #expect(try await tmux.status() == 7)
      #expect(try tmux.damage() == [])
    }
    let recents = try await home.switchback("recent", "--json").json(as: [Recent].self)
    #expect(recents.map(\.exit_status) == [7])
  }

  @Test func aWrongSecretIsSaid() async throws {
    let home = try Home()
    try await Moto.serving(home) { moto in
      let wrong = "wrong/secret/0f2e7c61d9a84b35/wrong/0000"
      try people(home, moto, secret: wrong)
      let refused = try await home.switchback(
        "exec", "prod", "--", "touch", home.path("ran"), with: ["AWS_ENDPOINT_URL": moto.url])
      #expect(refused.refuses(3, saying: "prod", "secret"), "\(refused)")
      #expect(!refused.errors.contains(wrong))
      #expect(!home.names(in: "").contains("ran"))
    }
  }
}
