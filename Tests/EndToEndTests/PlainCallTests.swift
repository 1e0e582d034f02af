import Foundation
import Sandbox
import Secrets
import Testing

/// The picker in plain lines while AWS is asked, and what the person is asked meanwhile.
///
/// Skipped where nothing is built: Tests/all builds first.
@Suite(.enabled(if: Repository.isBuilt), .serialized, .timeLimit(.minutes(5)))
struct PlainCallTests {
  private func picker(
    _ home: Home, _ url: String, _ command: [String] = PlainPickerTests.accessible
  ) async throws -> Tmux {
    let tmux = try await Tmux(home, command, with: ["AWS_ENDPOINT_URL": url, "BROWSER": "none"])
    try await tmux.waits(for: "? for help:")
    return tmux
  }

  private func guarded() throws -> Home {
    let home = try Home()
    try home.config(guardedWorkplace())
    try home.write(
      "config/switchback/config.yaml", "rules: [{match: prod, confirm: true, read_only: true}]\n")
    return home
  }

  @Test func theNameAndTheCodeAreAskedInLines() async throws {
    let home = try guarded()
    try await Served.serving(.workplace()) { served in
      let tmux = try await picker(home, served.url)
      try await tmux.waits(for: "Read-only. Requires confirmation.")
      try await tmux.keys("2<enter>")
      try await tmux.waits(for: "Type prod to confirm")
      try await tmux.keys("base<enter>")
      try await tmux.waits(for: "That doesn't match prod. Nothing was done.")
      try await tmux.keys("2<enter>prod<enter>")
      try await tmux.waits(for: "MFA code for prod from \(mayasPhone):")
      try await tmux.keys("000000<enter>")
      try await tmux.waits(for: "AWS refused that code")
      let code = try #require(oneTimeCode(seed: Secret("JBSWY3DPEHPK3PXP"), at: Date()))
      home.isSecret(code)
      try await tmux.keys("\(code)<enter>")
      try await tmux.waits(for: "ready>")
      #expect(try await tmux.types("printenv SWITCHBACK_READ_ONLY").output == "1\n")
      try await tmux.keys("exit<enter>")
      #expect(try await tmux.status() == 0)
      #expect(try tmux.damage() == [])
    }
  }

  /// What waits for a code holds locks, which must go with it.
  @Test func aCodeThatIsGivenUpLeadsBackToTheList() async throws {
    let home = try guarded()
    try await Served.serving(.workplace()) { served in
      let tmux = try await picker(home, served.url)
      for _ in 1...2 {
        try await tmux.keys("2<enter>prod<enter>")
        try await tmux.waits("the code's question") {
          $0.trimmingCharacters(in: .newlines).hasSuffix("MFA code for prod from \(mayasPhone):")
        }
        try await tmux.keys("<ctrl-d>")
        try await tmux.waits("the list's question") {
          $0.trimmingCharacters(in: .newlines).hasSuffix("? for help:")
        }
      }
      try await tmux.keys("q<enter>")
      #expect(try await tmux.status() == 130)
      #expect(try tmux.damage() == [])
    }
  }

  /// Even where standard error leads elsewhere.
  @Test(arguments: [PlainPickerTests.accessible, ["sh", "-c", "switchback --accessible 2>errors"]])
  func aLoginSaysWhereToGo(command: [String]) async throws {
    let home = try Home()
    try home.config(workplaceLogin)
    try await Served.serving(.workplace()) { served in
      let tmux = try await picker(home, served.url, command)
      try await tmux.keys("dev<enter><enter>")
      try await tmux.waits(for: "check that it shows the code")
      try await tmux.waits("a prompt, or what stands for it") {
        $0.contains("ready>") || command != PlainPickerTests.accessible
      }
    }
  }

  @Test func aRefusalIsASentenceAndTheListIsStillThere() async throws {
    let sts = try PretendSTS(.refusing)
    let home = try Home()
    try home.config(oneRole)
    let tmux = try await picker(home, sts.url)
    try await tmux.keys("2<enter>")
    try await tmux.waits(for: "Could not switch. ")
    try await tmux.keys("1<enter>")
    try await tmux.waits(for: "ready>")
    withExtendedLifetime(sts) {}
  }

  @Test func ctrlCEndsACall() async throws {
    let sts = try PretendSTS(.silent)
    let home = try Home()
    try home.config(oneRole)
    let tmux = try await picker(home, sts.url)
    try await tmux.keys("2<enter>")
    try await tmux.waits(for: "Switching to prod")
    try await tmux.keys("<ctrl-c>")
    #expect(try await tmux.status() == 130)
    #expect(try tmux.damage() == [])
    withExtendedLifetime(sts) {}
  }

  /// Recorded by script(1), which sees every byte.
  @Test func nothingMovesTheCursor() async throws {
    let sts = try PretendSTS(.refusing)
    let home = try Home()
    try home.config(oneRole)
    let record = home.path("record")
    let tmux = try await picker(
      home, sts.url, ["script", "-qec", "switchback --accessible", record])
    for (line, answer) in [
      ("?", "Leave; Ctrl-D and"), ("? 2", "Step 2: assume"), ("zzz", "Nothing matches"),
      ("--", "no recent entries"), ("/", "All 2 entries:"), ("2 r", "Could not switch."),
    ] {
      try await tmux.keys(line + "<enter>")
      try await tmux.waits(for: answer)
    }
    try await tmux.keys("q<enter>")
    #expect(try await tmux.status() == 130)
    let bytes = try home.read("record").split(separator: "Script done")[0].utf8
    #expect(bytes.count > 1000)
    #expect(bytes.allSatisfy { 0x20...0x7E ~= $0 || $0 == 0x0A || $0 == 0x0D })
    withExtendedLifetime(sts) {}
  }
}
