import Foundation
import Sandbox
import Secrets
import Testing

/// A program that the picker runs for credentials asks at the terminal.
///
/// Skipped where nothing is built: Tests/all builds first.
@Suite(.enabled(if: Repository.isBuilt), .serialized, .timeLimit(.minutes(5)))
struct AskingInPickerTests {
  private func picker(_ home: Home, on entry: String = "asks") async throws -> Tmux {
    let tmux = try await Tmux(home, "switchback")
    try await tmux.waits(for: entry)
    try await tmux.keys("\(entry)<enter>")
    return tmux
  }

  private func key(_ tmux: Tmux) async throws -> String {
    try await tmux.waits(for: "ready>")
    return try await tmux.types("printenv AWS_ACCESS_KEY_ID").output
  }

  private func leaves(_ tmux: Tmux) async throws {
    try await tmux.keys("exit<enter>")
    #expect(try await tmux.status() == 0)
    #expect(try tmux.damage() == [])
  }

  @Test func whatIsTypedIsAnsweredAndNeverShown() async throws {
    let asks = try AskingProgram(in: Home())
    let tmux = try await picker(asks.home)
    let screen = try await tmux.waits(for: "Code:")
    #expect(screen.contains("bash asks, for the credentials of asks (Esc"), "\(screen)")
    #expect(try await tmux.format("#{alternate_on}") == "0")
    try await tmux.keys("\(AskingProgram.code)<enter>")
    #expect(try await key(tmux) == "AKIA\(AskingProgram.code)\n")
    try await leaves(tmux)
  }

  @Test func anMFAProcessAsksToo() async throws {
    let home = try Home()
    _ = try AskingProgram(in: home)
    try home.write("code.sh", AskingProgram.askingUnseen + "echo \"$code\"\n")
    try home.config(guardedWorkplace("mfa_process = /bin/sh \(home.path("code.sh"))\n"))
    try await Served.serving(.workplace()) { served in
      let tmux = try await Tmux(home, "switchback", "pro", with: ["AWS_ENDPOINT_URL": served.url])
      try await tmux.waits(for: "prod")
      try await tmux.keys("<enter>")
      try await tmux.waits(for: "Code:")
      let code = try #require(oneTimeCode(seed: Secret("JBSWY3DPEHPK3PXP"), at: Date()))
      home.isSecret(code)
      try await tmux.keys("\(code)<enter>")
      #expect(try await key(tmux).hasPrefix("ASIA"))
      try await leaves(tmux)
    }
  }

  /// One that ends by it, one that ignores whatever can be ignored, and one whose child does.
  static let stubborn = [
    "", "trap '' INT TERM HUP QUIT\n", "(trap '' INT TERM HUP; sleep 300) &\n",
    "stty raw -echo < /dev/tty; trap '' INT TERM HUP\n",
  ]

  @Test(arguments: stubborn)
  func ctrlCEndsAll(before: String) async throws {
    let lines = before + "printf 'Code: ' > /dev/tty; read -r code < /dev/tty; sleep 300\n"
    let asks = try AskingProgram(lines, in: Home())
    let tmux = try await picker(asks.home)
    try await tmux.waits(for: "Code:")
    try await tmux.keys("12<ctrl-c>")
    #expect(try await tmux.status() == 130)
    #expect(try tmux.damage() == [])
    #expect(try await asks.isGone())
  }

  @Test(arguments: stubborn)
  func escLeadsBackToTheList(before: String) async throws {
    let lines = before + "printf 'Code: ' > /dev/tty; read -r code < /dev/tty; sleep 300\n"
    let asks = try AskingProgram(lines, in: Home())
    let tmux = try await picker(asks.home)
    try await tmux.waits(for: "Code:")
    try await tmux.keys("<esc>")
    try await tmux.waits("the list") { $0.contains("1/2") && !$0.contains("Code:") }
    #expect(try await asks.isGone())
    // What is typed is the list's again.
    try await tmux.keys("<backspace><backspace><backspace><backspace>ops<enter>")
    #expect(try await key(tmux) == "AKIAIOSFODNN7EXAMPLE\n")
    try await leaves(tmux)
  }

  /// The program has gone to the other screen, and cannot go back.
  @Test(arguments: ["TERM", "HUP", "INT", "SEGV"], ["", "exec asks -- true"])
  func whateverEndsUsGivesTheTerminalBack(signal: String, command: String) async throws {
    let asks = try AskingProgram(
      """
      stty raw -echo < /dev/tty; printf '\\033[?1049h\\033[?25l\\033=Code: ' > /dev/tty
      read -r code < /dev/tty
      """, in: Home())
    let start = #"echo $$ > "$0"; exec switchback "# + command
    let tmux = try await Tmux(asks.home, "sh", "-c", start, asks.home.path("pid"))
    if command.isEmpty {
      try await tmux.waits(for: "asks")
      try await tmux.keys("asks<enter>")
    }
    try await tmux.waits(for: "Code:")
    #expect(try await tmux.format("#{alternate_on}") == "1")
    let pid = try asks.home.read("pid").trimmingCharacters(in: .newlines)
    _ = try await asks.home.run(["kill", "-\(signal)", pid])
    #expect(try await tmux.status() > 128)
    #expect(try tmux.damage() == [])
    #expect(try await asks.isGone())
  }

  @Test func arrowKeysAreTheProgramsAndCtrlZIsNobodys() async throws {
    let asks = try AskingProgram(
      """
      stty raw -echo < /dev/tty; printf 'Keys: ' > /dev/tty
      keys=$(head -c 5 < /dev/tty | od -An -tx1 | tr -d ' \\n')
      stty -raw echo < /dev/tty; code=$keys
      """, in: Home())
    let tmux = try await picker(asks.home)
    try await tmux.waits(for: "Keys:")
    try await tmux.keys("a<up><ctrl-z>b")
    #expect(try await key(tmux) == "AKIA611b5b4162\n")
    try await leaves(tmux)
  }

  @Test func whoReadsWithoutAWordIsHeard() async throws {
    let asks = try AskingProgram("read -r code < /dev/tty\n", in: Home())
    let tmux = try await picker(asks.home)
    try await tmux.waits(for: "bash asks, for the credentials of asks")
    try await tmux.keys("5<enter>")
    #expect(try await key(tmux) == "AKIA5\n")
    try await leaves(tmux)
  }

  /// A pinentry is started by gpg's agent, and knows the terminal by its path alone.
  @Test func whoOpensGPGsTerminalAsksThere() async throws {
    let asks = try AskingProgram(
      """
      setsid sh -c 'printf "PIN: " > "$GPG_TTY"; read -r code < "$GPG_TTY"; echo "$code" > "$0"' \
        "$here/pin"
      code=$(cat "$here/pin")
      """, in: Home(["GPG_TTY": "/dev/console"]))
    let tmux = try await picker(asks.home)
    try await tmux.waits(for: "PIN:")
    try await tmux.keys("77<enter>")
    #expect(try await key(tmux) == "AKIA77\n")
    try await leaves(tmux)
  }

  @Test func theWindowsSizeIsTheProgramsToo() async throws {
    let asks = try AskingProgram(
      """
      until read -t 0.1 -r code < /dev/tty; do
        size=$(stty size < /dev/tty)
        [ "$size" = "$last" ] || echo "size $size." > /dev/tty
        last=$size
      done
      """, in: Home())
    let tmux = try await picker(asks.home)
    try await tmux.waits(for: "size 30 100.")
    try await tmux.resize(.init(columns: 80, rows: 20))
    try await tmux.waits(for: "size 20 80.")
    try await tmux.keys("1<enter>")
    #expect(try await key(tmux) == "AKIA1\n")
    try await leaves(tmux)
  }

  @Test func aMegabyteIsShown() async throws {
    let asks = try AskingProgram(
      """
      head -c 1000000 /dev/zero | tr '\\0' x | fold -w 99 > /dev/tty
      printf '\\nall of it. Code: ' > /dev/tty; read -r code < /dev/tty
      """, in: Home())
    let tmux = try await picker(asks.home)
    try await tmux.waits(for: "all of it. Code:")
    try await tmux.keys("1<enter>")
    #expect(try await key(tmux) == "AKIA1\n")
    try await leaves(tmux)
  }

  @Test func whoDiesWhileAskedIsAFailureInTheList() async throws {
    let asks = try AskingProgram("printf 'Code: ' > /dev/tty; kill -KILL $$\n", in: Home())
    let tmux = try await picker(asks.home)
    try await tmux.waits(for: "ended with signal 9")
    try await tmux.keys("<esc>")
    try await tmux.waits("the list") { !$0.contains("Could not") && $0.contains("1/2") }
    try await tmux.keys("<ctrl-c>")
    #expect(try await tmux.status() == 130)
    #expect(try tmux.damage() == [])
  }

  @Test func whatItSaysIsShownWhileItRuns() async throws {
    let asks = try AskingProgram(
      "mkfifo \"$here/go\"; printf 'touch your \\033[31mkey' >&2; read -r code < \"$here/go\"\n",
      in: Home())
    let tmux = try await picker(asks.home)
    try await tmux.waits(for: "bash: touch your key")
    #expect(try await tmux.format("#{alternate_on}") == "1")
    try asks.home.append("go", "5\n")
    #expect(try await key(tmux) == "AKIA5\n")
    try await leaves(tmux)
  }

  /// Recorded by script(1), which sees every byte.
  @Test(arguments: [("code=1", 1), ("printf '?' > /dev/tty; read -r code < /dev/tty", 2)])
  func theScreenIsLeftForAQuestionAlone(lines: String, times: Int) async throws {
    let asks = try AskingProgram(lines, in: Home())
    let record = asks.home.path("record")
    let tmux = try await Tmux(asks.home, ["script", "-qec", "switchback", record])
    try await tmux.waits(for: "asks")
    try await tmux.keys("asks<enter>")
    if times > 1 {
      try await tmux.waits(for: "?")
      try await tmux.keys("1<enter>")
    }
    #expect(try await key(tmux) == "AKIA1\n")
    try await tmux.keys("exit<enter>")
    #expect(try await tmux.status() == 0)
    let left = try asks.home.read("record").components(separatedBy: "\u{1B}[?1049l").count - 1
    #expect(left == times)
  }
}

extension Home {
  /// Writes to a FIFO that somebody reads.
  fileprivate func append(_ name: String, _ text: String) throws {
    let file = try FileHandle(forWritingTo: URL(filePath: path(name)))
    try file.write(contentsOf: Data(text.utf8))
    try file.close()
  }
}
