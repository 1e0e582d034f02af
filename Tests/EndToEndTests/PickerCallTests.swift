import Testing

/// The picker while AWS is asked.
///
/// Skipped where nothing is built: Tests/all builds first.
@Suite(.enabled(if: Repository.isBuilt), .serialized, .timeLimit(.minutes(5)))
struct PickerCallTests {
  private func picker(_ sts: PretendSTS) async throws -> Tmux {
    let home = try Home(["AWS_ENDPOINT_URL": sts.url])
    try home.config(oneRole)
    let tmux = try await Tmux(home, "switchback")
    try await tmux.waits(for: "prod")
    try await tmux.keys("prod<enter>")
    return tmux
  }

  @Test func ctrlCEndsACall() async throws {
    let sts = try PretendSTS(.silent)
    let tmux = try await picker(sts)
    try await tmux.waits(for: "111111111111 …")
    try await tmux.keys("<ctrl-c>")
    #expect(try await tmux.status() == 130)
    #expect(try tmux.damage() == [])
    withExtendedLifetime(sts) {}
  }

  /// The first hop never answers, which the last one's name would hide.
  @Test func namesTheHopThatHangs() async throws {
    let sts = try PretendSTS(.silent)
    let home = try Home(["AWS_ENDPOINT_URL": sts.url])
    try home.config(
      oneRole + """
        [profile deep]
        role_arn = arn:aws:iam::222222222222:role/Deep
        source_profile = prod

        """)
    let tmux = try await Tmux(home, "switchback", "dee")
    try await tmux.waits(for: "1/")
    try await tmux.keys("<enter>")
    try await tmux.waits(for: "Assuming Admin in 111111111111 …  1 s")
    try await tmux.keys("<ctrl-c>")
    #expect(try await tmux.status() == 130)
    withExtendedLifetime(sts) {}
  }

  @Test func saysThatACallIsTriedAgain() async throws {
    let sts = try PretendSTS(
      .answering(Array("HTTP/1.1 503 Slow Down\r\nContent-Length: 0\r\n\r\n".utf8)))
    let home = try Home(["AWS_ENDPOINT_URL": sts.url, "AWS_MAX_ATTEMPTS": "1000"])
    try home.config(oneRole)
    let tmux = try await Tmux(home, "switchback", "prod ")
    try await tmux.waits(for: "1/")
    try await tmux.keys("<enter>")
    try await tmux.waits("a retry") {
      $0.contains(/Assuming Admin in 111111111111 …  \d+(nd|rd|th) try/)
    }
    try await tmux.keys("<ctrl-c>")
    #expect(try await tmux.status() == 130)
    withExtendedLifetime(sts) {}
  }

  @Test func escGivesACallUpAndKeepsTheQuery() async throws {
    let sts = try PretendSTS(.silent)
    let tmux = try await picker(sts)
    try await tmux.waits(for: "Assuming Admin")
    try await tmux.keys("<esc>")
    try await tmux.waits("the list") { !$0.contains("Assuming") && $0.contains("1/2") }
    withExtendedLifetime(sts) {}
  }

  @Test func aFailureIsShownWholeAndLosesNothing() async throws {
    let sts = try PretendSTS(.refusing)
    let tmux = try await picker(sts)
    try await tmux.waits(for: "Could not switch")
    try await tmux.keys("<esc>")
    try await tmux.waits("the list") { !$0.contains("Could not") && $0.contains("1/2") }
    withExtendedLifetime(sts) {}
  }

  /// What waits for a code holds locks, which must go with it.
  @Test func aCodeThatIsGivenUpIsAskedForAgainAtOnce() async throws {
    let home = try Home()
    try home.config(guardedWorkplace())
    try await Served.serving(.workplace()) { served in
      let tmux = try await Tmux(home, "switchback", "pro", with: ["AWS_ENDPOINT_URL": served.url])
      try await tmux.waits(for: "prod")
      for _ in 1...2 {
        try await tmux.keys("<enter>")
        try await tmux.waits(for: "6-digit code")
        try await tmux.keys("<esc>")
        try await tmux.waits("the list") { !$0.contains("6-digit code") && $0.contains("1/2") }
      }
      try await tmux.keys("<ctrl-c>")
      #expect(try await tmux.status() == 130)
    }
  }
}
