import Foundation
import Testing

/// `confirm` and `read_only` in a profile of AWS's files protect its entry as they do in
/// `config.yaml`.
@Suite(.enabled(if: Repository.isBuilt), .timeLimit(.minutes(5)))
struct ProtectedProfileTests {
  private func home(_ lines: String, settings: String? = nil) throws -> Home {
    let home = try Home()
    try home.config(storedKeys("dev") + "\n" + storedKeys("prod") + "\n" + lines + "\n")
    if let settings { try home.write("config/switchback/config.yaml", settings) }
    return home
  }

  private static let ran = Outcome(status: 0, output: "ran\n", errors: "")

  private func exec(_ home: Home, _ options: String...) async throws -> Outcome {
    try await home.run(["switchback", "exec", "prod"] + options + ["--", "echo", "ran"])
  }

  @Test(arguments: ["true", "yes", "On", "ask"])
  func confirmWantsTheNameTyped(value: String) async throws {
    let home = try home("confirm = \(value)")
    let refused = try await exec(home)
    #expect(refused.refuses(2, saying: "--confirm prod"), "\(refused)")
    #expect(try await exec(home, "--confirm", "prod") == Self.ran)
    // Left out are our settings, not AWS's files.
    let without = try await exec(home, "--without-settings")
    #expect(without.refuses(2, saying: "--confirm prod"), "\(without)")
  }

  /// A line that an editor has joined to the one before, a wrong byte in the place of its
  /// delimiter, letters of other alphabets, and headers without their blank.
  @Test(arguments: [
    "[profile prod] confirm = true", "output = json confirm = true", "group = a read_only = true",
    "aws_session_token = abcdefconfirm = true", "confirm - true", "confirm;true", "=confirm = true",
    "read_only mode", "confi", "conf\u{131}rm = true", "c\u{F6}nfirm = true",
    "read_onl\u{443} = true", "[profileprod]\nconfirm = true", "[profile *]\nconfirm = true",
    "[sso-session harbour]\nconfirm = true", "[default]\nconfirm - true",
  ])
  func aSlipInAWSFilesRefuses(lines: String) async throws {
    let home = try home(lines)
    let refused = try await exec(home)
    #expect(refused.status == 2 && refused.output.isEmpty, "\(refused)")
    #expect(refused.errors.contains("config:"), "\(refused)")
  }

  @Test(arguments: [
    "credential_process = tool --confirm=true", "sso_start_url = https://x.example/?confirm=true",
    "role_session_name = x-readonly", "source_profile = dev-readonly", "# confirm = true",
    "display_name = Prod (confirm: yes)", "output = json ; confirm = true later",
  ])
  func whatOnlyHoldsTheWordRefusesNothing(line: String) async throws {
    let home = try Home()
    try home.config(storedKeys("prod") + "\n[profile other]\n" + line + "\n")
    #expect(try await exec(home) == Self.ran)
  }

  @Test(arguments: [
    "[prod,live]", "prod or live", "prod/live", "pr[a-z]+", "prod.+", "group:prod", "`prod`",
    " prod",
    ".+", "!dev", "prod[9-0]",
  ])
  func aRuleInAnotherNotationRefusesWhatItNames(pattern: String) async throws {
    let home = try home("", settings: "rules: [{match: \"\(pattern)\", confirm: true}]\n")
    #expect(try await exec(home).status == 2)
  }

  @Test func zeroBytesInTheSettingsRefuseEverything() async throws {
    let home = try home("", settings: "theme: nord\n\0\0\0\0")
    #expect(try await exec(home).refuses(2, saying: "zero bytes"))
  }

  @Test func ourSettingsOverruleIt() async throws {
    let home = try home("confirm = true", settings: "entries:\n- name: prod\n  confirm: false\n")
    #expect(try await exec(home) == Self.ran)
    let rule = try self.home(
      "confirm = false", settings: "rules:\n- match: prod\n  confirm: true\n")
    #expect(try await exec(rule) == Self.ran)
  }

  @Test(arguments: [
    "confirm = sure", "confirm =", "read_only = 1", "confrim = true", "read_onli = true",
    "CONFIRMM = true", "read-only = true", "danger = true", "access = read_only", "mode = ReadOnly",
    "isReadOnly = true", "require_confirmation_of_every_switch = yes", "confrim =\n  true",
    "s3 =\n  read_only = true", "cloud =\n  confirm = true\n  other = 1", "con\nfirm = true",
  ])
  func whatIsNotClearRefuses(line: String) async throws {
    let home = try home(line)
    let place = home.path("home/.aws/config") + ":"
    let marker = home.path("work/ran")
    for command in [
      ["exec", "prod", "--", "touch", marker], ["export", "prod"], ["credentials", "prod"],
      ["shell", "prod", "--shell", "/bin/sh"], ["check", "prod"],
      ["each", "--entry", "prod", "--", "touch", marker],
    ] {
      let ended = try await home.run(["switchback"] + command)
      #expect(ended.refuses(2, saying: place), "\(command) \(ended)")
      #expect(!ended.errors.contains("--without-settings"))
    }
    #expect(!FileManager.default.fileExists(atPath: marker))
    let config = try await home.switchback("config")
    #expect(config.output.contains(place), "\(config)")
    let list = try await home.switchback("list")
    #expect(list.status == 0 && list.errors.contains(place), "\(list)")
    let other = try await home.switchback("exec", "dev", "--", "echo", "ran")
    #expect(other == Self.ran)
  }

  @Test(arguments: [
    "only = true", "region = eu-west-1", "firm = 1", "#confirm = true", "lock_timeout = 1",
    "s3 =\n  max_queue_size = 1", "assumed_role = ReadOnly", "granted_sso_role_name = ReadOnly",
    "role = read_only", "verify_ssl = true", "sso_auto_populated = true",
  ])
  func keysOfOthersAreLeftAlone(line: String) async throws {
    #expect(try await exec(try home(line)) == Self.ran)
  }

  private static let keys = """
    aws_access_key_id = AKIAIOSFODNN7EXAMPLE
    aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY

    """

  /// What stands in the config file beside the keys of the credentials file, with bytes that are no
  /// text as `\u{FF}`.
  @Test(arguments: [
    "[profile prod]\nconfirm = true ; caf\u{FF}\n", "[profile prod]\nconfirm =\n  true\n",
    "[profile prod]\nconfirm true\n", "[profile prod]\nconfirm\n",
    "[profile prod]\ndisplay_name = Prod\n  confirm = true\n", "[prod]\nconfirm = true\n",
    "[profile prod\nconfirm = true\n", "[profiles prod]\nconfirm = true\n",
    "[Profile prod]\nread_only = true\n", "[\"prod\"]\nread_only = true\n",
    "[profile pr\u{FF}d]\nconfirm = true\n", "confirm = true\n[profile dev]\n",
    "[profile prdo\nconfirm = true\n", "[profile prod]\nconfrim true\n",
    "[profile prod]\nread-only yes\n", "[prod]\nconfrim = true\n", "[prod]\ndanger = true\n",
    "[prod]\naccess = read_only\n", "[profile prod]\ndisplay_name = P\n  confrim = true\n",
    "[profile prod]\nswitchback =\n  confirm = true\n",
    "[default]\nregion = a\n[profile prod]\nconfirm = true\n[profile prod ]\nregion = a\n"
      + "[profile prod]\nconfirm true\n",
    "[profile prod]\nconfirm = true\nconfirm = false\n",
    "[prod ]\n[profile prod]\n[Profile prod]\nconfirm = true\n",
    "[profile prdo]\nconfirm = true\n", "[profile Prod]\nread_only = true\n",
    "[profile:prod]\nconfirm = true\n", "[profile prod;x]\nconfirm = true\n",
    "\u{0}\u{0}\u{0}\u{0}", "[profile dev]\n\u{0}",
  ])
  func aLineThatNoProfileHasRefuses(config: String) async throws {
    let home = try Home()
    try home.write("home/.aws/credentials", "[prod]\n" + Self.keys + "[dev]\n" + Self.keys)
    let bytes = config.unicodeScalars.flatMap { $0 == "\u{FF}" ? [0xFF] : Array(String($0).utf8) }
    try home.write("home/.aws/config", Data(bytes))
    let ended = try await exec(home)
    #expect(ended.refuses(2, saying: home.path("home/.aws/config") + ":"), "\(config) \(ended)")
    let said = try await home.switchback("config")
    #expect(said.output.contains("home/.aws/config:"), "\(said)")
  }

  @Test func aFileInUTF16Refuses() async throws {
    let home = try Home()
    try home.write("home/.aws/credentials", "[prod]\n" + Self.keys)
    let text = "[profile prod]\nconfirm = true\n"
    try home.write("home/.aws/config", Data(text.utf8.flatMap { [$0, 0] }))
    let ended = try await exec(home)
    #expect(ended.refuses(2, saying: home.path("home/.aws/config") + ":"), "\(ended)")
  }

  enum Obstacle: CaseIterable, Sendable {
    case folder, circle, nowhere
  }

  @Test(arguments: Obstacle.allCases, ["config", "credentials"])
  func aFileThatCannotBeReadRefuses(_ obstacle: Obstacle, _ file: String) async throws {
    let home = try Home()
    let other = file == "config" ? "credentials" : "config"
    let header = other == "config" ? "[profile prod]\n" : "[prod]\n"
    try home.write("home/.aws/" + other, header + Self.keys)
    let path = home.path("home/.aws/" + file)
    switch obstacle {
    case .folder:
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    case .circle:
      try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: path)
    case .nowhere:
      try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/no/such")
    }
    let ended = try await exec(home)
    #expect(ended.refuses(2, saying: path), "\(ended)")
  }

  @Test(arguments: ["confirm = true", "confrim = true", "require_confirm = yes", "confirm true"])
  func whatAnIncludedProfileSaysHolds(line: String) async throws {
    let home = try Home()
    try home.config(
      storedKeys("base") + """

        [profile common]
        role_arn = arn:aws:iam::111111111111:role/Admin
        source_profile = base
        \(line)
        [profile prod]
        include_profile = common

        """)
    let ended = try await exec(home)
    #expect(ended.status == 2 && ended.output.isEmpty, "\(ended)")
    #expect(ended.errors.contains(line == "confirm = true" ? "--confirm prod" : ".aws/config:"))
  }

  @Test func whatWouldProtectNothingRefusesNothing() async throws {
    #expect(try await exec(try home("confirm = false\nconfirm = false")) == Self.ran)
  }

  @Test func aLineThatIsOverruledSaysSo() async throws {
    let home = try home("confirm = true\nconfirm = false")
    let ended = try await exec(home)
    #expect(ended.refuses(2, saying: "is ignored because the profile sets it again"), "\(ended)")
  }

  /// A role that is assumed with what the AWS CLI would use here is protected as that is.
  @Test func aRoleFromTheProfileOfTheEnvironmentIsProtectedAsThat() async throws {
    let home = try home("confirm = true")
    let role = "arn:aws:iam::111111111111:role/Admin"
    let ended = try await home.switchback(
      "exec", role, "--", "echo", "ran", with: ["AWS_PROFILE": "prod"])
    #expect(ended.refuses(2, saying: "--confirm \(role)"), "\(ended)")
  }

  /// Wherever in the chain it stands.
  @Test(arguments: ["middle", "end"])
  func aRoleFromAChainOfTheEnvironmentIsProtectedAsEachOfIt(profile: String) async throws {
    let arn = "arn:aws:iam::111111111111:role/"
    let home = try home(
      """
      confirm = true
      [profile middle]
      role_arn = \(arn)Middle
      source_profile = prod
      [profile end]
      role_arn = \(arn)End
      source_profile = middle
      """)
    let ended = try await home.switchback(
      "exec", arn + "Admin", "--", "echo", "ran", with: ["AWS_PROFILE": profile])
    #expect(ended.refuses(2, saying: "--confirm \(arn)Admin"), "\(ended)")
  }

  /// The settings say it since the list was read.
  @Test(arguments: [[], ["--accessible"]])
  func thePickerAsksBySettingsAsTheyAre(options: [String]) async throws {
    let home = try home("")
    let tmux = try await Tmux(home, ["switchback"] + options)
    try await tmux.waits(for: "prod")
    try home.write("config/switchback/config.yaml", "entries:\n- name: prod\n  confirm: true\n")
    try await tmux.keys(options.isEmpty ? "prod<enter>" : "prod<enter><enter>")
    try await tmux.waits(for: options.isEmpty ? "requires confirmation" : "Type prod to confirm")
    withExtendedLifetime(tmux) {}
  }
}
