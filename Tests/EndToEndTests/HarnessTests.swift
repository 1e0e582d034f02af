import Testing

/// The harness itself, without `switchback`.
struct HarnessTests {
  @Test(.timeLimit(.minutes(5)))
  func aShellOnATerminal() async throws {
    let tmux = try await Tmux(try Home(), "/bin/bash")
    try await tmux.waits(for: "ready>")
    let outcome = try await tmux.types("sh -c 'echo said; echo told >&2; exit 3'")
    #expect(outcome == Outcome(status: 3, output: "said\n", errors: "told\n"))
    try await tmux.keys("exit 7<enter>")
    #expect(try await tmux.status() == 7)
    let damage = try tmux.damage()
    #expect(damage == [])
  }

  @Test(.timeLimit(.minutes(5)))
  func damageIsSeen() async throws {
    let tmux = try await Tmux(
      try Home(), "/bin/sh", "-c", "stty -echo; tput smcup; tput civis; kill -9 $$")
    #expect(try await tmux.status() == 137)
    let damage = try tmux.damage()
    #expect(damage.count == 3, "\(damage)")
  }

  @Test func keysAreTmuxs() {
    #expect(
      Keystrokes.reading("prod<down><alt-1><f1><ctrl-c>x<enter>") == [
        .text("prod"), .key("Down"), .key("M-1"), .key("F1"), .key("C-c"), .text("x"),
        .key("Enter"),
      ])
  }

  /// Skipped where PyPI's moto and awscli are not in .build/venv.
  @Test(
    .enabled(if: Repository.motoServer != nil && Repository.aws != nil), .timeLimit(.minutes(5)))
  func motoChecksSignatures() async throws {
    let home = try Home(["AWS_DEFAULT_REGION": "eu-west-1"])
    try await Moto.serving(home) { moto in
      for (secret, works) in [(moto.keys.secret, true), ("wrong", false)] {
        let answer = try await home.run(
          ["aws", "sts", "get-caller-identity", "--endpoint-url", moto.url],
          with: ["AWS_ACCESS_KEY_ID": moto.keys.id, "AWS_SECRET_ACCESS_KEY": secret])
        #expect((answer.status == 0) == works, "\(answer)")
        #expect(answer.errors.contains("SignatureDoesNotMatch") != works)
      }
    }
  }
}
