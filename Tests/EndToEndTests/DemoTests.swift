import Testing

/// `switchback demo` from its first line to its last.
///
/// Skipped where nothing is built: Tests/all builds first.
@Suite(.enabled(if: Repository.isBuilt), .serialized, .timeLimit(.minutes(5)))
struct DemoTests {
  static let removed = [
    "AWS_PROFILE", "AWS_DEFAULT_PROFILE", "AWS_SECURITY_TOKEN", "AWS_ROLE_ARN",
    "AWS_ROLE_SESSION_NAME", "AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_CONTAINER_CREDENTIALS_FULL_URI",
    "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_AUTHORIZATION_TOKEN", "AWS_VAULT",
    "AWSUME_PROFILE", "AWSU_PROFILE",
  ]

  static let set = [
    "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_CREDENTIAL_EXPIRATION",
    "AWS_SESSION_EXPIRATION", "AWS_REGION", "AWS_DEFAULT_REGION", "AWS_SSO_PROFILE",
    "SWITCHBACK_ENTRY", "SWITCHBACK_LABEL", "SWITCHBACK_COLOR", "SWITCHBACK_ACCOUNT_ID",
    "SWITCHBACK_ROLE", "SWITCHBACK_DEPTH",
  ]

  /// The demo, started by someone whose environment is full of another identity.
  private func demo() async throws -> Tmux {
    let hostile = Dictionary((Self.removed + Self.set).map { ($0, "hostile") }) { $1 }
    let tmux = try await Tmux(
      try Home(), "switchback", "demo", with: hostile.merging(["MINE": "kept"]) { $1 })
    try await tmux.waits(for: "Payments production, admin")
    return tmux
  }

  private func shell(_ query: String) async throws -> Tmux {
    let tmux = try await demo()
    try await tmux.keys(query + "<enter>")
    try await tmux.waits(for: "ready>")
    return tmux
  }

  @Test func fromThePickerToTheShellAndBack() async throws {
    let tmux = try await demo()
    try await tmux.keys("warehouse")
    try await tmux.waits("one entry") { $0.contains("Warehouse") && !$0.contains("Payments") }
    try await tmux.keys("<enter>")
    try await tmux.waits(for: "ready>")
    let recents = try await tmux.types("switchback recent --json").json(as: [Recent].self)
    #expect(recents.map(\.entry) == ["warehouse-loader"] && recents.map(\.how) == ["shell"])
    try await tmux.keys("exit<enter>")
    try await tmux.waits("the picker again") { $0.contains("47 entries") }
    try await tmux.keys("<ctrl-c>")
    #expect(try await tmux.status() == 130)
    #expect(try tmux.damage() == [])
    let mine = try await tmux.home.switchback("recent", "--json")
    #expect(try mine.json(as: [Recent].self).isEmpty)
    #expect(tmux.home.names(in: "state/switchback") == [])
  }

  @Test func theEnvironmentIsTheContracts() async throws {
    let tmux = try await shell("warehouse")
    let inside = environment(try await tmux.types("env -0").output)
    for name in Self.set {
      #expect(inside[name] != nil && inside[name] != "hostile", "\(name)")
    }
    for name in Self.removed { #expect(inside[name] == nil, "\(name)") }
    #expect(inside["SWITCHBACK_ENTRY"] == "warehouse-loader")
    #expect(inside["SWITCHBACK_ROLE"] == "Loader" && inside["SWITCHBACK_DEPTH"] == "1")
    #expect(inside["MINE"] == "kept" && inside["HOME"] == tmux.home.path("home"))
    let who = try await tmux.types("switchback whoami --json").json(as: Identity.self)
    #expect(who.account == inside["SWITCHBACK_ACCOUNT_ID"] && who.entry == "warehouse-loader")
  }

  /// Skipped where awscli is not in .build/venv.
  @Test(.enabled(if: Repository.aws != nil))
  func theRealAWSAgrees() async throws {
    let tmux = try await shell("warehouse")
    let who = try await tmux.types("switchback whoami --json").json(as: Identity.self)
    let aws = try await tmux.types("aws sts get-caller-identity --output json")
    #expect(try aws.json(as: CallerIdentity.self).Arn == who.arn, "\(aws)")
  }

  @Test func aCodeIsTypedInThePicker() async throws {
    let tmux = try await demo()
    try await tmux.keys("glass<enter>")
    try await tmux.waits(for: "MFA code")
    try await tmux.keys("000000<enter>")
    try await tmux.waits(for: "refused that code")
    let device = "arn:aws:iam::111122223333:mfa/phone"
    let code = try await tmux.home.switchback("demo-code", device).output.filter(\.isNumber)
    try await tmux.keys(code + "<enter>")
    try await tmux.waits(for: "ready>")
    #expect(try await tmux.types("printenv SWITCHBACK_ROLE").output == "BreakGlass\n")
  }

  @Test func aRefusalIsASentence() async throws {
    let tmux = try await demo()
    try await tmux.keys("forensics<enter>")
    try await tmux.waits(for: "Could not switch")
    try await tmux.keys("<esc><ctrl-c>")
    #expect(try await tmux.status() == 130)
  }

  @Test func nothingOfItIsLeft() async throws {
    let tmux = try await demo()
    try await tmux.keys("<ctrl-c>")
    #expect(try await tmux.status() == 130)
    #expect(try tmux.damage() == [])
    let home = tmux.home
    for folder in ["tmp", "runtime", "state", "cache", "config"] {
      #expect(home.names(in: folder) == [], "\(folder)")
    }
  }
}
