import Foundation
import Testing

/// A program that a command runs for credentials asks at the terminal, or finds none.
///
/// Skipped where nothing is built: Tests/all builds first.
@Suite(.enabled(if: Repository.isBuilt), .timeLimit(.minutes(5)))
struct AskingInCommandsTests {
  @Test(
    arguments: [
      ["exec", "asks", "--", "printenv", "AWS_ACCESS_KEY_ID"], ["credentials", "asks"],
      ["export", "asks"],
    ])
  func whatIsTypedIsAnswered(command: [String]) async throws {
    let asks = try AskingProgram(in: Home())
    let tmux = try await Tmux(asks.home, ["switchback"] + command, captured: true)
    let screen = try await tmux.waits(for: "Code:")
    #expect(screen.contains("bash asks, for the credentials of asks (Ctrl-C"), "\(screen)")
    try await tmux.keys("\(AskingProgram.code)<enter>")
    let outcome = try await tmux.outcome()
    #expect(outcome.status == 0 && outcome.output.contains("AKIA\(AskingProgram.code)"))
    #expect(try tmux.damage() == [])
  }

  @Test func aShellIsOpenedAndTheSecondsGiveWay() async throws {
    let asks = try AskingProgram("sleep 1.5\n" + AskingProgram.askingUnseen, in: Home())
    let tmux = try await Tmux(asks.home, "switchback", "shell", "asks")
    try await tmux.waits(for: "Getting credentials for asks ... 1 s")
    let screen = try await tmux.waits(for: "Code:")
    #expect(!screen.contains("Getting credentials"), "\(screen)")
    try await tmux.keys("\(AskingProgram.code)<enter>")
    try await tmux.waits(for: "ready>")
    let key = try await tmux.types("printenv AWS_ACCESS_KEY_ID").output
    #expect(key == "AKIA\(AskingProgram.code)\n")
    try await tmux.keys("exit<enter>")
    #expect(try await tmux.status() == 0)
    #expect(try tmux.damage() == [])
  }

  /// Its prompt on standard error, as bash's `read -p` has it.
  @Test func aPromptOnStandardErrorStandsOnItsLine() async throws {
    let asks = try AskingProgram("read -rp 'Your code: ' code < /dev/tty\n", in: Home())
    let tmux = try await Tmux(asks.home, "switchback", "exec", "asks", "--", "echo", "done")
    try await tmux.waits { $0.contains(/for the credentials of asks .*:\nYour code: *\n/) }
    try await tmux.keys("1<enter>")
    try await tmux.waits(for: "done")
    #expect(try await tmux.status() == 0)
  }

  @Test(arguments: AskingInPickerTests.stubborn)
  func ctrlCEndsAll(before: String) async throws {
    let lines = before + "printf 'Code: ' > /dev/tty; read -r code < /dev/tty; sleep 300\n"
    let asks = try AskingProgram(lines, in: Home())
    let tmux = try await Tmux(asks.home, "switchback", "exec", "asks", "--", "true")
    try await tmux.waits(for: "Code:")
    try await tmux.keys("12<ctrl-c>")
    #expect(try await tmux.status() == 130)
    #expect(try tmux.damage() == [])
    #expect(try await asks.isGone())
  }

  /// As where the terminal makes a signal of it, a script ends, too.
  @Test func ctrlCEndsTheScriptThatRanUs() async throws {
    let asks = try AskingProgram(in: Home())
    let tmux = try await Tmux(
      asks.home, "bash", "-c", "switchback exec asks -- true; echo went on; sleep 1")
    try await tmux.waits(for: "Code:")
    try await tmux.keys("<ctrl-c>")
    #expect(try await tmux.status() == 130)
    #expect(try await !tmux.screen().contains("went on"))
  }

  @Test func withoutATerminalItFailsAtOnce() async throws {
    let asks = try AskingProgram("read -r code < /dev/tty || exit 1\n", in: Home())
    let start = ContinuousClock.now
    for command in [["exec", "asks", "--", "true"], ["credentials", "asks"]] {
      let outcome = try await asks.home.run(["switchback"] + command)
      #expect(
        outcome.refuses(2, saying: "asks", "It had no terminal to ask on"), "\(outcome)")
      // Its own words are there once, as it said them.
      #expect(outcome.errors.components(separatedBy: "No such device").count == 2, "\(outcome)")
    }
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  @Test func inTheBackgroundItHasNoTerminal() async throws {
    let asks = try AskingProgram("read -r code < /dev/tty || exit 1\n", in: Home())
    let tmux = try await Tmux(asks.home, "bash")
    try await tmux.waits(for: "ready>")
    let outcome = try await tmux.types("switchback exec asks -- true & wait $!")
    #expect(outcome.status == 2)
    try await tmux.waits(for: "It had no terminal")
    // The terminal is the shell's, which reads on.
    #expect(try await tmux.types("echo here").output == "here\n")
  }

  /// Started in front, it waits as who reads from the background does, until it is in front again.
  @Test func whoAsksFromTheBackgroundIsStoppedUntilItIsInFront() async throws {
    let asks = try AskingProgram(
      "echo > \"$here/up\"; read -r go < \"$here/go\"\n" + AskingProgram.askingUnseen, in: Home())
    let (up, go) = (asks.home.path("up"), asks.home.path("go"))
    _ = try await asks.home.run(["mkfifo", up, go])
    let tmux = try await Tmux(asks.home, "bash")
    try await tmux.waits(for: "ready>")
    try await tmux.keys("set -b; switchback exec asks -- echo all done 2> errors<enter>")
    _ = try await asks.home.run(["cat", up])
    try await tmux.keys("<ctrl-z>")
    try await tmux.waits(for: "Stopped")
    try await tmux.keys("clear; bg<enter>")
    try await tmux.waits(for: "[1]+ switchback")
    _ = try await asks.home.run(["sh", "-c", "echo > \(go)"])
    try await tmux.waits { $0.contains("Stopped") && !$0.contains("Code:") }
    try await tmux.keys("fg<enter>")
    try await tmux.waits(for: "Code:")
    try await tmux.keys("\(AskingProgram.code)<enter>")
    try await tmux.waits(for: "all done")
  }

  @Test func whoRunsSwitchbackItselfAsksThroughBoth() async throws {
    let asks = try AskingProgram(in: Home())
    try asks.home.config(
      try asks.home.read("home/.aws/config")
        + "[profile through]\ncredential_process = switchback credentials asks\n")
    let tmux = try await Tmux(
      asks.home, "switchback", "exec", "through", "--", "printenv", "AWS_ACCESS_KEY_ID")
    let screen = try await tmux.waits(for: "Code:")
    #expect(screen.contains("switchback asks, for the credentials of through"), "\(screen)")
    #expect(screen.contains("bash asks, for the credentials of asks"), "\(screen)")
    try await tmux.keys("\(AskingProgram.code)<enter>")
    try await tmux.waits(for: "AKIA\(AskingProgram.code)")
    #expect(try await tmux.status() == 0)
    #expect(try tmux.damage() == [])
  }

  @Test(arguments: ["<ctrl-c>", "5<enter>"])
  func thePickerInLinesAsksToo(keys: String) async throws {
    let asks = try AskingProgram(in: Home())
    let tmux = try await Tmux(asks.home, PlainPickerTests.accessible)
    try await tmux.waits(for: "? for help:")
    try await tmux.keys("1<enter>")
    try await tmux.waits(for: "Code:")
    try await tmux.keys(keys)
    if keys == "<ctrl-c>" {
      #expect(try await tmux.status() == 130)
    } else {
      try await tmux.waits(for: "ready>")
      try await tmux.keys("exit<enter>")
      #expect(try await tmux.status() == 0)
    }
    #expect(try tmux.damage() == [])
  }

  @Test func eachAndCheckHaveNone() async throws {
    let asks = try AskingProgram("read -r code < /dev/tty || exit 1\n", in: Home())
    for command in [["each", "--entry", "asks", "--", "true"], ["check", "asks"]] {
      let tmux = try await Tmux(asks.home, ["switchback"] + command, captured: true)
      let outcome = try await tmux.outcome()
      let said = (outcome.output + outcome.errors).replacing(/\s+/, with: " ")
      #expect(said.contains("no terminal to ask on"), "\(command): \(outcome)")
    }
  }

  @Test func whatItSaysComesWhileItRuns() async throws {
    let asks = try AskingProgram(
      "echo touch your key >&2; printf 'PIN: ' > /dev/tty; read -r code < /dev/tty\n", in: Home())
    let tmux = try await Tmux(asks.home, "switchback", "credentials", "asks", captured: true)
    try await tmux.waits(for: "PIN:")
    #expect(try asks.home.read(tmux.name + "/errors") == "bash: touch your key\n")
    try await tmux.keys("1<enter>")
    #expect(try await tmux.outcome().status == 0)
  }

  /// Only where the system lets a program put back what was typed.
  @Test(.enabled(if: canPutBack))
  func whatWasTypedForTheShellBeforeIsTheShells() async throws {
    let asks = try AskingProgram(
      "echo > \"$here/up\"; read -r go < \"$here/go\"\n" + AskingProgram.askingUnseen, in: Home())
    let (up, go) = (asks.home.path("up"), asks.home.path("go"))
    _ = try await asks.home.run(["mkfifo", up, go])
    let tmux = try await Tmux(asks.home, "bash")
    try await tmux.waits(for: "ready>")
    try await tmux.keys("switchback exec asks -- true 2> errors; echo status-$?<enter>")
    _ = try await asks.home.run(["cat", up])
    try await tmux.keys("echo typed-a\"\"head<enter>")
    try await tmux.waits(for: "typed-a\"\"head")
    _ = try await asks.home.run(["sh", "-c", "echo > \(go)"])
    try await tmux.waits(for: "Code:")
    try await tmux.keys("\(AskingProgram.code)<enter>")
    try await tmux.waits(for: "status-0")
    try await tmux.waits(for: "typed-ahead")
  }

  private static var canPutBack: Bool {
    let allowed = try? String(contentsOfFile: "/proc/sys/dev/tty/legacy_tiocsti", encoding: .utf8)
    return allowed?.hasPrefix("0") != true
  }
}
