import Foundation
import Testing

/// `switchback each` where nobody is there to be asked.
///
/// Skipped where nothing is built: Tests/all builds first.
@Suite(.enabled(if: Repository.isBuilt), .timeLimit(.minutes(5)))
struct EachTests {
  private func home() throws -> Home {
    let home = try Home()
    try home.config(
      storedKeys("dev", more: "group = web")
        + storedKeys("test", more: "group = web\ndisplay_name = Try-out") + storedKeys("prod"))
    return home
  }

  private let all = ["switchback", "each", "--match", "*", "--parallel", "1"]

  @Test func outputIsWholeUnderItsEntrysName() async throws {
    let home = try home()
    let ended = try await home.run(
      all + ["--", "sh", "-c", "echo as $SWITCHBACK_ENTRY; [ $SWITCHBACK_ENTRY != test ]"])
    #expect(ended.status == 1)
    #expect(
      ended.output == """
        ==> dev <==
        as dev
        ==> test <==
        as test
        ==> prod <==
        as prod

        """)
    #expect(
      ended.errors.hasPrefix("dev: done, 0s\ntest: failed exit 1, 0s\nprod: done, 0s\n"))
    let table = ended.errors.split(separator: "\n").suffix(4).map { $0.split(separator: " ") }
    #expect(table.map { $0.first ?? "" } == ["dev", "prod", "test", "2"], "\(ended)")
    #expect(table.last?.joined(separator: " ").hasPrefix("2 done, 1 failed, in ") == true)
  }

  @Test func theHistoryHasEach() async throws {
    let home = try home()
    _ = try await home.run(all + ["--", "sh", "-c", "exit ${#SWITCHBACK_ENTRY}"])
    let recents = try await home.switchback("recent", "--json").json(as: [Recent].self)
    #expect(Set(recents.map(\.how)) == ["each"])
    #expect(recents.map(\.entry) == ["prod", "test", "dev"])
    #expect(recents.map(\.exit_status) == [4, 4, 3])
  }

  @Test(arguments: [
    (["--group", "web"], ["dev", "test"]), (["--match", "*ro*"], ["prod"]),
    (["--match", "TRY*", "--entry", "prod"], ["test", "prod"]),
    (["--entry", "Try-out", "--group", "web", "--group", "web"], ["dev", "test"]),
    (["--stdin"], ["dev", "prod"]), (["-", "--entry", "test"], ["dev", "test", "prod"]),
  ])
  func choosing(options: [String], entries: [String]) async throws {
    let home = try home()
    // Nobody writes to who does not read.
    let names = options.contains { ["--stdin", "-"].contains($0) } ? "prod\r\n\n  dev \n" : ""
    let command = ["switchback", "each"] + options
    let ended = try await home.run(
      command + ["--parallel", "1", "--", "printenv", "SWITCHBACK_ENTRY"], input: names)
    let ran = ended.output.split(separator: "\n").filter { !$0.hasPrefix("==>") }.map(String.init)
    #expect(ran == entries, "\(ended)")
    let dry = try await home.run(command + ["--dry-run"], input: names)
    let named = dry.output.split(separator: "\n").compactMap { $0.split(separator: " ").first }
    #expect(named.map(String.init) == entries, "\(dry)")
  }

  @Test(arguments: [
    (["--group", "we"], 1, "'we'"), (["--match", "x*"], 1, "'x*'"),
    (["--entry", "pro"], 2, "did you mean 'prod'"),
    (["--stdin"], 1, "contains no names of entries"),
    ([], 2, "--match"), (["--failed"], 2, "has not been run yet"),
  ])
  func whatChoosesNothingRunsNothing(options: [String], status: Int32, words: String) async throws {
    let home = try home()
    let ended = try await home.run(
      ["switchback", "each"] + options + ["--", "touch", home.path("ran")])
    #expect(ended.refuses(status, saying: words), "\(ended)")
    #expect(!home.names(in: "").contains("ran"))
  }

  @Test func usage() async throws {
    let home = try home()
    for wrong in [
      ["--group", "web"], ["prod", "--", "true"], ["--failed", "--group", "web", "--", "true"],
      ["--parallel", "0", "--", "true"], ["--stream", "--json", "--", "true"],
      ["--source", "dev", "--", "true"],
    ] {
      #expect(try await home.run(["switchback", "each"] + wrong).status == 64, "\(wrong)")
    }
  }

  @Test func aCommandThatIsNotThereIsKnownBeforeAWSIsAsked() async throws {
    let home = try Home()
    try home.config(oneRole)
    try home.write("work/plain", "no program\n")
    try await Served.serving(.workplace()) { served in
      for (command, status) in [("no-such-command", 127), ("./gone", 127)] as [(String, Int32)] {
        let ended = try await home.run(
          all + ["--", command], with: ["AWS_ENDPOINT_URL": served.url])
        #expect(ended.refuses(status, saying: command), "\(ended)")
      }
      #expect(served.calls().isEmpty)
    }
    try home.config(storedKeys("prod"))
    let ended = try await home.run(all + ["--json", "--", "./plain"])
    #expect(ended.status == 1)
    #expect(ended.output.contains(#""exit_status": 126"#), "\(ended)")
  }

  @Test func theCommandReadsNothingAndHasNoTerminal() async throws {
    let script = "cat; [ ! -t 0 ]; (: < /dev/tty) 2> /dev/null || echo none"
    let ended = try await home().run([
      "sh", "-c", "echo not for it | switchback each --match '*' -- sh -c \"$0\"", script,
    ])
    #expect(!ended.output.contains("not for it"))
    #expect(ended.output.components(separatedBy: "none\n").count == 4, "\(ended)")
  }

  /// A shell does not wait for what a command leaves running either.
  @Test func whatACommandLeavesRunningIsNotWaitedFor() async throws {
    let home = try home()
    let ended = try await home.run(
      all + ["--", "sh", "-c", "sleep 300 & echo $! >> \(home.path("left")); echo said"])
    #expect(ended.status == 0)
    #expect(ended.output.components(separatedBy: "said\n").count == 4)
    for pid in try home.read("left").split(separator: "\n").compactMap({ pid_t($0) }) {
      kill(pid, SIGKILL)
    }
  }

  @Test func largeOutputPassesAsItIs() async throws {
    let home = try home()
    let bytes = Data((0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 13) })
    try home.write("large", bytes)
    let ended = try await home.run(
      ["sh", "-c", "switchback each --entry prod -- cat \(home.path("large")) > out; exit $?"])
    #expect(ended.status == 0, "\(ended)")
    let out = try Data(contentsOf: home.root.appending(path: "work/out"))
    let heading = Data("==> prod <==\n".utf8)
    #expect(out.prefix(heading.count) == heading)
    let body = out.dropFirst(heading.count)
    #expect(Data(body.prefix(bytes.count)) == bytes)
    #expect(body.count - bytes.count == (bytes.last == 10 ? 0 : 1))
    #expect(home.names(in: "tmp").isEmpty)
  }
}
