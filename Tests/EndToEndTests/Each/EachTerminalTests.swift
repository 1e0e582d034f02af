import Foundation
import Glibc
import Testing

/// `switchback each` on a terminal.
///
/// Skipped where nothing is built: Tests/all builds first.
@Suite(.enabled(if: Repository.isBuilt), .serialized, .timeLimit(.minutes(5)))
struct EachTerminalTests {
  private func home(_ names: String...) throws -> Home {
    let home = try Home()
    try home.config(names.map { storedKeys($0) }.joined())
    return home
  }

  /// The processes that the commands have written down, once there are so many.
  private func pids(in home: Home, _ count: Int, _ tmux: Tmux) async throws -> [pid_t] {
    try await tmux.waits("the commands") { _ in
      (try? home.read("pids"))?.split(separator: "\n").count == count
    }
    return try home.read("pids").split(separator: "\n").compactMap { pid_t($0) }
  }

  /// The letter that the kernel gives its state; nil where there is no such process.
  private func state(of pid: pid_t) -> Character? {
    let stat = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)
    return stat?.components(separatedBy: ") ").last?.first
  }

  /// Ended, whether or not its parent, who may be this machine's first process, has heard of it.
  private func isGone(_ pid: pid_t) -> Bool { [nil, "Z"].contains(state(of: pid)) }

  /// One that heeds TERM, with a child that does not, beside one that ignores it.
  @Test(arguments: ["<ctrl-c>", "<ctrl-c><ctrl-c>"])
  func ctrlCLeavesNothingRunning(keys: String) async throws {
    let home = try home("mild", "stubborn")
    let script = """
      [ $SWITCHBACK_ENTRY = mild ] || trap '' TERM
      (trap '' TERM; sleep 300) & echo $! >> $0; echo $$ >> $0
      sleep 300
      sleep 300
      """
    let tmux = try await Tmux(
      home, "switchback", "each", "--match", "*", "--", "sh", "-c", script, home.path("pids"),
      size: .init(columns: 100, rows: 12))
    let pids = try await pids(in: home, 4, tmux)
    try await tmux.waits(for: "running")
    try await tmux.keys(keys)
    #expect(try await tmux.status() == 130)
    #expect(pids.count == 4 && pids.allSatisfy(isGone))
    let screen = try await tmux.screen()
    #expect(screen.contains("2 stopped, in "), "\(screen)")
    #expect(!screen.contains("running"), "\(screen)")
    #expect(try tmux.damage() == [])
    let again = try await home.switchback("each", "--failed", "--dry-run")
    #expect(again.output.contains("mild") && again.output.contains("stubborn"))
  }

  @Test func killedWeTakeTheCommandsWithUs() async throws {
    let home = try home("prod")
    let tmux = try await Tmux(
      home, "sh", "-c",
      "echo $$ > \(home.path("us")); exec switchback each --entry prod -- sh -c "
        + "'echo $$ >> \(home.path("pids")); exec sleep 300'")
    let pids = try await pids(in: home, 1, tmux)
    let us = try #require(pid_t(try home.read("us").trimmingCharacters(in: .newlines)))
    kill(us, SIGKILL)
    #expect(try await tmux.status() == 137)
    try await tmux.waits("the command's end") { _ in pids.allSatisfy(isGone) }
  }

  /// A shell's Ctrl-Z and fg.
  @Test func whatIsStoppedStandsStillAndGoesOn() async throws {
    let home = try home("prod")
    let tmux = try await Tmux(home, "bash", "-i")
    try await tmux.waits(for: "ready>")
    try await tmux.keys(
      "switchback each --entry prod -- sh -c 'echo $$ >> $0; exec sleep 300' "
        + "\(home.path("pids"))<enter>")
    let pids = try await pids(in: home, 1, tmux)
    try await tmux.waits(for: "running")
    try await tmux.keys("<ctrl-z>")
    try await tmux.waits("the prompt") { $0.contains("Stopped") }
    #expect(pids.allSatisfy { state(of: $0) == "T" })
    try await tmux.keys("fg<enter>")
    try await tmux.waits("the progress") { $0.components(separatedBy: "running").count > 1 }
    #expect(pids.allSatisfy { state(of: $0) == "S" })
    try await tmux.keys("<ctrl-c>")
    try await tmux.waits(for: "1 stopped, in ")
    try await tmux.keys("exit<enter>")
    #expect(try await tmux.status() == 130)
  }

  @Test func progressIsALineForEachAndThenATable() async throws {
    let home = try home("quick", "slow")
    // Before anybody opens it: else it might end as it is made.
    withExtendedLifetime(try Changes(at: home.path("work/gate"))) {}
    let tmux = try await Tmux(
      home, "switchback", "each", "--match", "*", "--", "sh", "-c",
      "echo from $SWITCHBACK_ENTRY; [ $SWITCHBACK_ENTRY = quick ] || read x < $0/gate",
      home.path("work"), size: .init(columns: 60, rows: 12))
    let screen = try await tmux.waits("both lines") {
      $0.contains("quick  done") && $0.contains("slow   ")
    }
    #expect(screen.contains("from quick"))
    _ = try await home.run(["sh", "-c", "echo > gate"])
    #expect(try await tmux.status() == 0)
    let last = try await tmux.screen()
    #expect(last.contains("from slow") && last.contains("2 done, in "), "\(last)")
    #expect(last.components(separatedBy: "quick  done").count == 2, "\(last)")
    #expect(try tmux.damage() == [])
  }

  @Test func marksInThePickerChoose() async throws {
    let home = try home("dev", "test", "prod")
    let tmux = try await Tmux(
      home, "sh", "-c", "switchback each -- printenv SWITCHBACK_ENTRY")
    try await tmux.waits(for: "Mark the entries to run printenv SWITCHBACK_ENTRY as")
    try await tmux.keys("<tab>")
    try await tmux.waits(for: "run as 1 marked")
    try await tmux.keys("<down><tab>")
    try await tmux.waits(for: "run as 2 marked")
    try await tmux.keys("<enter>")
    #expect(try await tmux.status() == 0)
    let screen = try await tmux.screen()
    #expect(screen.contains("2 done, in "), "\(screen)")
    let recents = try await home.switchback("recent", "--json").json(as: [Recent].self)
    #expect(Set(recents.map(\.entry)) == ["dev", "prod"])
    #expect(try tmux.damage() == [])
  }

  @Test func leavingThePickerRunsNothing() async throws {
    let home = try home("dev")
    let tmux = try await Tmux(home, "switchback", "each", "--", "touch", home.path("ran"))
    try await tmux.waits(for: "Mark the entries")
    try await tmux.keys("<tab><esc>")
    #expect(try await tmux.status() == 130)
    #expect(!home.names(in: "").contains("ran"))
  }

  @Test(arguments: [("2<enter>", 0), ("yes<enter>", 2), ("<ctrl-d>", 130)] as [(String, Int32)])
  func confirmationIsAskedForOnce(keys: String, status: Int32) async throws {
    let home = try home("a", "b", "c")
    try home.write(
      "config/switchback/config.yaml", "rules:\n  - {match: '[ab]', confirm: true}\n")
    let tmux = try await Tmux(
      home, "switchback", "each", "--match", "*", "--", "touch", home.path("ran"))
    let screen = try await tmux.waits(for: "Type 2 to confirm:")
    #expect(screen.contains("2 entries need confirmation before `touch "))
    try await tmux.keys(keys)
    #expect(try await tmux.status() == status)
    #expect(home.names(in: "").contains("ran") == (status == 0))
  }
}
