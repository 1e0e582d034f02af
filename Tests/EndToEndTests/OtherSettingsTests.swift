import Foundation
import Testing

/// What was meant to protect and does not: a file of another name, a rule without a match, the
/// source of a chain.
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
    "config.yaml.txt", "switchback.yaml", "Config.yaml", "settings.yaml", "config",
    "config(1).yaml", "config.yaml.bak", "config.yaml~", "../switchback.yaml",
    "../../home/.switchback.yaml",
  ])
  func aFileOfAnotherNameIsSaidByWhatItWouldProtectFrom(file: String) async throws {
    let home = try home(file)
    let folder = home.path("config/switchback")
    let path = URL(filePath: folder + "/" + file).standardized.path
    let sentence =
      "\(path) is not read, so it protects nothing. Settings are read from \(folder)/config.yaml.\n"
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

  /// What was said of a file is not said once it is gone.
  @Test func thePickerForgetsOneThatIsGone() async throws {
    let home = try home("config.yml")
    for isThere in [true, false] {
      if !isThere {
        try FileManager.default.removeItem(atPath: home.path("config/switchback/config.yml"))
      }
      let tmux = try await Tmux(home, "switchback")
      let screen = try await tmux.waits(for: isThere ? "is not read" : "prod")
      #expect(screen.contains("is not read") == isThere, "\(screen)")
      try await tmux.keys("<esc>")
      #expect(try await tmux.status() == 130)
    }
  }

  @Test(arguments: ["themes.yaml", "configured.yaml", ".config.yaml.swp"])
  func whatIsNoSettingsFileIsNotSaid(file: String) async throws {
    let ended = try await home(file).switchback("exec", "prod", "--", "echo", "ran")
    #expect(ended == Outcome(status: 0, output: "ran\n", errors: ""), "\(ended)")
  }

  private func sentence(_ home: Home, _ file: String, isEmpty: Bool = false) -> String {
    let folder = home.path("config/switchback")
    return "\(folder)/\(file) is not read, so it protects nothing. Settings are read from "
      + "\(folder)/config.yaml" + (isEmpty ? ", which is empty.\n" : ".\n")
  }

  /// Of the other usual name it is likely that nothing else was meant.
  @Test(arguments: [confirming, "rules: [{match: p*, read_only: true}]\n"])
  func inThePlaceOfTheRightOneTheOtherEndingRefuses(text: String) async throws {
    let home = try home("config.yml", text)
    let ended = try await home.switchback("exec", "prod", "--", "echo", "ran")
    #expect(ended.refuses(2, saying: "config.yml:"), "\(ended)")
    #expect(ended.errors.contains("Rename it.") && ended.errors.contains("--without-settings"))
    let other = try await home.switchback("exec", "dev", "--", "echo", "ran")
    let said = sentence(home, "config.yml")
    #expect(other == Outcome(status: 0, output: "ran\n", errors: said), "\(other)")
    let without = try await home.switchback(
      "exec", "prod", "--without-settings", "--", "echo", "ran")
    #expect(without == Outcome(status: 0, output: "ran\n", errors: ""), "\(without)")
  }

  @Test func besideTheRightOneWhatTheOtherEndingProtectsIsSaid() async throws {
    let home = try home("config.yml")
    try home.write("config/switchback/config.yaml", "sort: name\n")
    let said = sentence(home, "config.yml")
    for command in [["exec", "prod", "--", "echo", "ran"], ["credentials", "prod"]] {
      let ended = try await home.run(["switchback"] + command)
      #expect(ended.status == 0 && ended.errors == said, "\(ended)")
    }
    try home.write("config/switchback/config.yml", "sort: recent\n")
    let ended = try await home.switchback("exec", "prod", "--", "echo", "ran")
    #expect(ended == Outcome(status: 0, output: "ran\n", errors: ""), "\(ended)")
  }

  @Test(arguments: [
    "config.yaml~", "config.yaml.bak", "config.yaml.orig", "config.yml", "config.yaml.save",
  ])
  func besideAnEmptyOneACopyThatProtectsIsSaid(file: String) async throws {
    let home = try home(file)
    try home.write("config/switchback/config.yaml", "")
    let ended = try await home.switchback("exec", "prod", "--", "echo", "ran")
    let said = sentence(home, file, isEmpty: true)
    #expect(ended == Outcome(status: 0, output: "ran\n", errors: said), "\(ended)")
    try home.write("config/switchback/" + file, "sort: name\n")
    let harmless = try await home.switchback("exec", "prod", "--", "echo", "ran")
    #expect(harmless == Outcome(status: 0, output: "ran\n", errors: ""), "\(harmless)")
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
