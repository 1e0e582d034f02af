import Foundation
import Testing

/// What was meant to protect and does not: a file of another name, a rule without a match, the source of a chain.
///
/// Skipped where nothing is built: Tests/all builds first.
@Suite(.enabled(if: Repository.isBuilt), .timeLimit(.minutes(5)))
struct OtherSettingsTests {
  private struct Config: Decodable {
    struct Diagnostic: Decodable {
      var file: String
      var line: Int
      var message: String
    }
    var diagnostics: [Diagnostic]
  }

  private static let confirming = "entries:\n- name: prod\n  confirm: true\n"

  private func home(_ file: String, _ text: String = confirming) throws -> Home {
    let home = try Home()
    try home.config(storedKeys("prod") + storedKeys("dev"))
    try home.write("config/switchback/" + file, text)
    return home
  }

  @Test(arguments: [
    "config.yml", "config.yaml.txt", "switchback.yaml", "Config.yaml", "settings.yaml", "config",
    "config(1).yaml", "config.yaml.bak", "config.yaml~", "../switchback.yaml",
    "../../home/.switchback.yaml",
  ])
  func aFileOfAnotherNameIsSaidByWhatItWouldProtectFrom(file: String) async throws {
    let home = try home(file)
    let folder = home.path("config/switchback")
    let path = URL(filePath: folder + "/" + file).standardized.path
    let sentence =
      "\(path) is not read, and so protects nothing: settings are read from \(folder)/config.yaml.\n"
    for command in [
      ["exec", "prod", "--", "echo", "ran"], ["export", "prod"], ["credentials", "prod"],
      ["shell", "prod", "--shell", "/bin/true"], ["-"],
    ] {
      let ended = try await home.run(["switchback"] + command)
      #expect(ended.errors.components(separatedBy: sentence).count == 2, "\(command) \(ended)")
    }
    let each = try await home.switchback(
      "each", "--entry", "prod", "--entry", "dev", "--", "echo", "ran")
    #expect(each.status == 0 && each.errors.components(separatedBy: sentence).count == 2, "\(each)")
    let config = try await home.switchback("config", "--json").json(as: Config.self)
    #expect(config.diagnostics.map(\.file) == [path])
    let without = try await home.switchback(
      "exec", "prod", "--without-settings", "--", "echo", "ran")
    #expect(without == Outcome(status: 0, output: "ran\n", errors: ""), "\(without)")
  }

  @Test(arguments: ["config.yml", "settings.yaml"]) func thePickerSaysIt(file: String) async throws
  {
    let home = try Home()
    try home.config(storedKeys("prod"))
    // Once before, so that all the rest comes from the cache.
    for isThere in [false, true] {
      if isThere { try home.write("config/switchback/" + file, Self.confirming) }
      let tmux = try await Tmux(home, "switchback")
      try await tmux.waits(for: isThere ? "is not read" : "prod")
      try await tmux.keys("<esc>")
      #expect(try await tmux.status() == 130)
    }
  }

  @Test(arguments: ["themes.yaml", "configured.yaml", ".config.yaml.swp"])
  func whatIsNoSettingsFileIsNotSaid(file: String) async throws {
    let ended = try await home(file).switchback("exec", "prod", "--", "echo", "ran")
    #expect(ended == Outcome(status: 0, output: "ran\n", errors: ""), "\(ended)")
  }

  @Test func besideTheRightOneOthersAreOnesOwnAffair() async throws {
    let home = try home("config.yml")
    try home.write("config/switchback/config.yaml", "sort: name\n")
    let ended = try await home.switchback("exec", "prod", "--", "echo", "ran")
    #expect(ended == Outcome(status: 0, output: "ran\n", errors: ""), "\(ended)")
  }

  /// What stood there may have protected the entry, of which the other file has the keys.
  @Test(arguments: ["AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE"])
  func aFileThatAVariableNamesAndThatIsNotThereIsSaid(variable: String) async throws {
    let home = try Home()
    try home.config(storedKeys("prod"))
    try home.write(
      "home/.aws/credentials",
      "[prod]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = s\n")
    let sentence = "\(variable) names /no/such, which does not exist. Correct or unset it.\n"
    for command in [
      ["exec", "prod", "--", "echo", "ran"], ["export", "prod"], ["credentials", "prod"],
      ["shell", "prod", "--shell", "/bin/true"],
    ] {
      let ended = try await home.run(["switchback"] + command, with: [variable: "/no/such"])
      #expect(ended.status == 0 && ended.errors.contains(sentence), "\(command) \(ended)")
    }
  }

  @Test(arguments: ["'{prod,live}'", "'{live, prod}'", "'p{rod,x}'"])
  func aRuleMayNameSeveral(pattern: String) async throws {
    let home = try home("config.yaml", "rules:\n- match: \(pattern)\n  confirm: true\n")
    let ended = try await home.switchback("exec", "prod", "--", "echo", "ran")
    #expect(ended.refuses(2, saying: "--confirm prod"), "\(ended)")
    let other = try await home.switchback("exec", "dev", "--", "echo", "ran")
    #expect(other == Outcome(status: 0, output: "ran\n", errors: ""), "\(other)")
    let each = try await home.switchback(
      "each", "--match", "{dev,none}", "--", "echo", "ran")
    #expect(each.status == 0 && each.output.contains("ran"), "\(each)")
  }

  @Test(arguments: ["prod|live", "prod,live", "(prod|live)", "^prod", "pro.*", "'prod; live'"])
  func aRuleInAnotherNotationRefusesWhatItMeant(pattern: String) async throws {
    let home = try home("config.yaml", "rules:\n- match: \(pattern)\n  confirm: true\n")
    let ended = try await home.switchback("exec", "prod", "--", "echo", "ran")
    #expect(ended.refuses(2, saying: "config.yaml:2: The rule"), "\(ended)")
    let other = try await home.switchback("exec", "dev", "--", "echo", "ran")
    #expect(other == Outcome(status: 0, output: "ran\n", errors: ""), "\(other)")
  }

  @Test func rulesThatProtectNothingAreListed() async throws {
    let home = try home(
      "config.yaml", "rules:\n- match: 'live-*'\n  confirm: true\n- match: '*dev*'\n  color: red\n")
    let ended = try await home.switchback("config", "--json").json(as: Config.self)
    #expect(ended.diagnostics.map(\.line) == [2])
    #expect(ended.diagnostics.first?.message.contains("'live-*' matches no entry") == true)
    let lines = try await home.switchback("config")
    #expect(lines.output.contains("config.yaml:2: The rule 'live-*'"), "\(lines)")
  }

  @Test func anEntryWhoseSourceAsksIsListed() async throws {
    let home = try home("config.yaml", "entries:\n- name: base\n  confirm: true\n")
    try home.config(
      storedKeys("base")
        + """
        [profile middle]
        role_arn = arn:aws:iam::111111111111:role/A
        source_profile = base
        [profile end]
        role_arn = arn:aws:iam::111111111111:role/B
        source_profile = middle

        """)
    let ended = try await home.switchback("config", "--json").json(as: Config.self)
    let said = ended.diagnostics.map(\.message)
    #expect(said.count == 2)
    #expect(["middle", "end"].allSatisfy { name in said.contains { $0.contains("'\(name)'") } })
    #expect(said.allSatisfy { $0.contains("'base'") })
  }

  @Test func anotherEntryOfAProtectedRoleIsListed() async throws {
    let home = try home("config.yaml", "entries:\n- name: first\n  confirm: true\n")
    try home.config(
      storedKeys("base")
        + """
        [profile first]
        role_arn = arn:aws:iam::111111111111:role/Admin
        source_profile = base
        [profile second]
        role_arn = arn:aws:iam::111111111111:role/path/ADMIN
        source_profile = base
        [profile third]
        role_arn = arn:aws:iam::222222222222:role/Admin
        source_profile = base

        """)
    let ended = try await home.switchback("config", "--json").json(as: Config.self)
    #expect(ended.diagnostics.count == 1, "\(ended)")
    #expect(
      ended.diagnostics.first?.message.contains("'second' has the same role as 'first'") == true)
  }
}
