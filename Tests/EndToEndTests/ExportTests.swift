import Foundation
import Sandbox
import Testing

/// `export`, and what other programs make of it.
@Suite(.enabled(if: Repository.isBuilt), .timeLimit(.minutes(5)))
struct ExportTests {
  private let prod = workplace(
    """
    [profile prod]
    role_arn = \(FakeAWS.role("Admin"))
    source_profile = base
    region = eu-west-1
    display_name = Production $(touch ran) ' " `touch ran`

    """)

  @Test(arguments: [
    ("sh", "env", #"eval "$(switchback export prod)""#),
    ("bash", "env", #"eval "$(switchback export prod --format env)""#),
    ("zsh", "env", #"eval "$(switchback export prod --format env)""#),
    ("fish", "fish", "switchback export prod --format fish | source"),
    ("fish", "fish", "eval (switchback export prod --format fish)"),
  ])
  func shellsTakeTheIdentity(shell: String, format: String, script: String) async throws {
    let home = try Home()
    try home.config(prod)
    try await Served.serving(.workplace()) { sts in
      let set = ["AWS_ENDPOINT_URL_STS": sts.url, "AWS_PROFILE": "nobody"]
      let whoami = "; switchback whoami --json"
      let who = try await home.run([shell, "-c", script + whoami], with: set)
      #expect(try who.json(as: Identity.self).arn.contains("assumed-role/Admin/"), "\(who)")
      #expect(try who.json(as: Identity.self).entry == "prod")
      #expect(home.names(in: "work") == [])
    }
  }

  /// python-dotenv, `source`, and docker's own rule: what stands behind the first `=`, as it is.
  @Test(.enabled(if: Repository.python != nil))
  func readersOfEnvFilesAgree() async throws {
    let home = try Home()
    try home.config(prod)
    try await Served.serving(.workplace()) { sts in
      let ended = try await home.switchback(
        "export", "prod", "--format", "dotenv", with: ["AWS_ENDPOINT_URL_STS": sts.url])
      #expect(ended.status == 0 && ended.errors.contains("SWITCHBACK_LABEL"), "\(ended)")
      try home.write("work/.env", ended.output)
      let raw = Dictionary(
        ended.output.split(separator: "\n").map { line in
          let equals = line.firstIndex(of: "=") ?? line.startIndex
          return (String(line[..<equals]), String(line[line.index(after: equals)...]))
        }
      ) { $1 }
      let program = "import dotenv, json; print(json.dumps(dict(dotenv.dotenv_values('.env'))))"
      let python = try await home.run([try #require(Repository.python), "-c", program])
      #expect(try python.json(as: [String: String].self) == raw)
      let sh = try await home.run(["sh", "-c", "set -a; . ./.env; env -0"])
      #expect(environment(sh.output).merging(raw) { $1 } == environment(sh.output))
      #expect(raw["AWS_SESSION_TOKEN"] != nil)
    }
  }

  /// Keys that the real `aws` reads from the file, in a profile between others that stay as they
  /// are.
  @Test(.enabled(if: Repository.aws != nil))
  func theCLIReadsWhatIsWritten() async throws {
    let home = try Home()
    try home.config(prod)
    let before = "# mine\n[last]\naws_access_key_id = AKIALAST\naws_secret_access_key = x/y\n"
    try home.write("home/.aws/credentials", before)
    try await Served.serving(.workplace()) { sts in
      let set = ["AWS_ENDPOINT_URL_STS": sts.url]
      for _ in 1...2 {
        let written = try await home.switchback(
          "export", "prod", "--format", "ini", "--profile", "for aws", "--yes", with: set)
        #expect(written.status == 0 && written.output.isEmpty, "\(written)")
      }
      let aws = try await home.run(
        ["aws", "sts", "get-caller-identity", "--profile", "for aws", "--output", "json"], with: set
      )
      #expect(aws.status == 0, "\(aws)")
      #expect(try aws.json(as: CallerIdentity.self).Arn.contains("assumed-role/Admin/"), "\(aws)")
    }
    let after = try home.read("home/.aws/credentials")
    #expect(after.hasPrefix(before + "\n[for aws]\n"))
    let copies = home.names(in: "home/.aws").filter { $0.hasPrefix("credentials.backup-") }
    #expect(try copies.map { try home.read("home/.aws/" + $0) } == [before])
  }

  @Test func theQuestionIsAskedOnTheTerminal() async throws {
    let home = try Home()
    try home.config(storedKeys("prod"))
    let tmux = try await Tmux(
      home, "switchback", "export", "prod", "--format", "ini", "--profile", "now")
    try await tmux.waits(for: "[y/N]")
    #expect(try await tmux.screen().contains("+aws_secret_access_key = ••••"))
    try await tmux.keys("y<enter>")
    #expect(try await tmux.status() == 0)
    #expect(try home.read("home/.aws/credentials").hasPrefix("[now]\n"))
    let mode = try FileManager.default.attributesOfItem(
      atPath: home.path("home/.aws/credentials"))[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test(arguments: [0o644, 0o640, 0o666, 0o755])
  func aFileThatOthersCanReadIsClosedToThem(mode: Int) async throws {
    let home = try Home()
    try home.config(storedKeys("prod"))
    try home.write("home/.aws/credentials", "[other]\naws_access_key_id = AKIAOTHER\n")
    let files = FileManager.default
    let path = home.path("home/.aws/credentials")
    try files.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    let ini = ["export", "prod", "--format", "ini", "--profile", "now", "--yes"]
    let ended = try await home.run(["switchback"] + ini)
    #expect(ended.status == 0 && ended.errors.contains("only you can read it (0600)"), "\(ended)")
    for name in home.names(in: "home/.aws") where name.hasPrefix("credentials") {
      let rights = try files.attributesOfItem(atPath: home.path("home/.aws/" + name))
      let left = try #require(rights[.posixPermissions] as? Int)
      #expect(left & 0o077 == 0, "\(name) \(left)")
    }
    let again = try await home.run(["switchback"] + ini + ["--region", "eu-west-3"])
    #expect(!again.errors.contains("yours alone"), "\(again)")
  }

  @Test func withoutATerminalNothingIsWritten() async throws {
    let home = try Home()
    try home.config(storedKeys("prod"))
    let ended = try await home.switchback("export", "prod", "--format", "ini")
    #expect(ended.refuses(2, saying: "--yes", "terminal"), "\(ended)")
    #expect(home.names(in: "home/.aws") == ["config"])
  }

  @Test func awsVaultsVariableComesByChoice() async throws {
    let home = try Home()
    try home.config(storedKeys("prod"))
    let plain = try await home.switchback("exec", "prod", "--", "env", "-0")
    #expect(environment(plain.output)["AWS_VAULT"] == nil)
    try home.write("config/switchback/config.yaml", "aws_vault: true\n")
    let chosen = try await home.switchback("exec", "prod", "--", "env", "-0")
    #expect(environment(chosen.output)["AWS_VAULT"] == "prod", "\(chosen)")
  }
}
