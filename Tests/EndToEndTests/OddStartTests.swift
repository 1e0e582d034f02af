import Foundation
import Testing

/// What surrounds the program as it starts may be anything: arguments, limits, numbers in the
/// environment.
@Suite(.enabled(if: Repository.isBuilt), .timeLimit(.minutes(5)))
struct OddStartTests {
  private func home() throws -> Home {
    let home = try Home()
    try home.config(storedKeys("prod"))
    return home
  }

  /// Tracers and clocks for tests are preloaded, and set variables before anything of ours runs.
  @Test(.enabled(if: compilerOfC != nil)) func argumentsAreThereWhateverIsPreloaded() async throws {
    let home = try home()
    let library = try await home.library(
      """
      #include <stdlib.h>
      __attribute__((constructor)) static void set(void) { setenv("PRELOADED", "yes", 1); }
      """)
    let preloaded = ["LD_PRELOAD": library]
    let ended = try await home.switchback(
      "exec", "prod", "--", "sh", "-c", "echo $PRELOADED $0 $SWITCHBACK_ENTRY", "a b",
      with: preloaded)
    #expect(ended.status == 0 && ended.output == "yes a b prod\n", "\(ended)")
    let version = try await home.switchback("list", "--json", with: preloaded)
    #expect(version.status == 0 && version.output.hasPrefix("["), "\(version)")
  }

  @Test(arguments: ["9223372036854775807", "-9223372036854775808", "1e9", "", "🙂"])
  func aDepthOfAnyNumberIsTaken(depth: String) async throws {
    let ended = try await home().switchback(
      "exec", "prod", "--", "printenv", "SWITCHBACK_DEPTH", with: ["SWITCHBACK_DEPTH": depth])
    #expect(ended.status == 0 && ended.output == "1\n", "\(ended)")
  }

  @Test(
    arguments: [
      "COLUMNS", "LINES", "ESCDELAY", "SHLVL", "AWS_MAX_ATTEMPTS", "AWS_METADATA_SERVICE_TIMEOUT",
      "AWS_METADATA_SERVICE_NUM_ATTEMPTS", "AWS_CREDENTIAL_EXPIRATION", "SWITCHBACK_BACKGROUND",
    ], ["9223372036854775807", "-9223372036854775808", "99999999999999999999"])
  func aNumberInTheEnvironmentIsNoReasonToCrash(name: String, number: String) async throws {
    let home = try home()
    for command in [["list"], ["exec", "prod", "--", "true"], ["prompt"]] {
      let ended = try await home.run(["switchback"] + command, with: [name: number])
      #expect(ended.status < 3, "\(command): \(ended)")
    }
  }

  /// The limit is raised for ourselves where that may be, and is as it was for what we run.
  @Test func aLowLimitOfOpenFilesIsRaised() async throws {
    let home = try home()
    try home.config(oneRole)
    let refusing = try PretendSTS(.refusing)
    let asked = try await home.run(
      ["sh", "-c", "ulimit -Sn 12; exec switchback credentials prod"],
      with: ["AWS_ENDPOINT_URL": refusing.url, "AWS_MAX_ATTEMPTS": "1"])
    #expect(asked.status == 3, "\(asked)")
    let ran = try await home.run(
      ["sh", "-c", "ulimit -Sn 12; exec switchback exec base -- sh -c 'ulimit -Sn'"])
    #expect(ran.status == 0 && ran.output == "12\n", "\(ran)")
  }

  @Test(arguments: [8, 10, 12, 16, 20, 24, 32]) func tooFewOpenFilesAreSaid(limit: Int) async throws
  {
    let home = try home()
    try home.config(oneRole)
    let refusing = try PretendSTS(.refusing)
    for command in ["credentials prod", "exec prod -- true", "exec --server base -- true", "list"] {
      let ended = try await home.run(
        ["sh", "-c", "ulimit -n \(limit); exec switchback \(command)"],
        with: ["AWS_ENDPOINT_URL": refusing.url, "AWS_MAX_ATTEMPTS": "1"])
      #expect(ended.status < 4, "\(command): \(ended)")
      #expect(ended.status != 2 || !ended.errors.isEmpty, "\(command): \(ended)")
    }
  }

  @Test func aLineWithoutAnEndHasALimit() async throws {
    let home = try home()
    let ended = try await home.run(
      [
        "sh", "-c",
        "(echo a; echo b; head -c 40000000 /dev/zero | tr '\\0' x) | switchback filter x",
      ])
    #expect(ended.refuses(2, saying: "Line 3", "16 MiB"), "\(ended)")
    let long = try await home.run(
      [
        "sh", "-c",
        "(echo a; head -c 4000000 /dev/zero | tr '\\0' x; echo) | switchback filter x | wc -c",
      ])
    #expect(long.status == 0 && long.output.contains("4000001"), "\(long)")
  }

  @Test func aDisplayNameThatIsABookIsCut() async throws {
    let home = try home()
    let book = String(repeating: "long ", count: 20_000)
    try home.config(storedKeys("base") + storedKeys("prod", more: "display_name = \(book)"))
    let ended = try await home.switchback(
      "exec", "prod", "--", "sh", "-c", "printf %s \"$SWITCHBACK_LABEL\" | wc -m")
    #expect(
      ended.status == 0 && ended.output.trimmingCharacters(in: .whitespacesAndNewlines) == "256")
    let list = try await home.switchback("list")
    #expect(list.output.split(separator: "\n").allSatisfy { $0.count < 500 }, "\(list)")
  }

  @Test func aNameThatIsABookLeavesTheOthersAlone() async throws {
    let home = try home()
    let book = String(repeating: "x", count: 50_000)
    try home.config(storedKeys("base") + storedKeys(book))
    let list = try await home.switchback("list")
    #expect(list.output.split(separator: "\n").contains { $0.count < 400 }, "\(list.errors)")
  }

  @Test(arguments: ["0", "1", "20", "-1", "9223372036854775807", "x", ""])
  func helpIsPrintedWhateverTheTerminalsWidth(columns: String) async throws {
    for command in [["--help"], ["exec", "--help"]] {
      let help = try await home().run(["env", "COLUMNS=\(columns)", "switchback"] + command)
      #expect(help.status == 0 && help.output.contains("USAGE"), "\(columns) \(help)")
    }
  }
}
