import Foundation
import Testing

/// `confirm` and `read_only` in a profile of AWS's files protect its entry as they do in `config.yaml`.
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

  @Test(arguments: ["true", "yes", "On"])
  func confirmWantsTheNameTyped(value: String) async throws {
    let home = try home("confirm = \(value)")
    let refused = try await exec(home)
    #expect(refused.refuses(2, saying: "--confirm prod"), "\(refused)")
    #expect(try await exec(home, "--confirm", "prod") == Self.ran)
    // Left out are our settings, not AWS's files.
    let without = try await exec(home, "--without-settings")
    #expect(without.refuses(2, saying: "--confirm prod"), "\(without)")
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
    "CONFIRMM = true", "read-only = true",
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

  @Test(arguments: ["confirm_prompt = x", "only = true", "region = eu-west-1", "firm = 1"])
  func keysOfOthersAreLeftAlone(line: String) async throws {
    #expect(try await exec(try home(line)) == Self.ran)
  }
}
