import AWSConfig
import Testing

/// Some profiles read without the others are what they are among them.
struct ExcerptTests {
  private func excerpt(_ config: String, _ credentials: String, only names: Set<String>)
    -> SharedConfig
  {
    SharedConfig(
      config: Array(config.utf8), configPath: "config", credentials: Array(credentials.utf8),
      credentialsPath: "credentials", only: names)
  }

  @Test func keepsTheSourcesOfItsProfilesHoweverFar() {
    let config = """
      [profile base]
      aws_access_key_id = AKIA
      [profile hub]
      source_profile = base
      [profile other]
      region = x
      [profile prod]
      source_profile = hub
      [sso-session corp]
      sso_region = y
      [services local]
      [profile loop]
      source_profile = loop
      """
    let shared = excerpt(
      config, "[prod]\nsource_profile = last\n[last]\n[lost]", only: ["prod", "gone"])
    #expect(shared.profileNames == ["prod", "last"])
    #expect(shared.ssoSessions.count == 1 && shared.services.count == 1)
    #expect(excerpt(config, "", only: ["prod"]).profileNames == ["base", "hub", "prod"])
    #expect(excerpt(config, "", only: ["loop"]).profileNames == ["loop"])
    #expect(excerpt(config, "", only: []).profileNames == [])
  }

  private static let lines = [
    "[profile a]", "[profile b]", "[ profile 'a' ]", "[profile c] # d", "[default]",
    "[profile default]", "[a]", "[sso-session s]", "[services v]", "[profile a", "b]", "[b]",
    "region = x", "  region = y", "    deeper = z", "\tk = v # c", "= nothing", "junk", "  junk",
    "k =", "source_profile = b", "source_profile = c", "# comment", "", "   ", "k : v",
    "  [profile b]", "  [profile a]", "[DEFAULT]", "[profile  b ]", "region",
  ]

  @Test(arguments: UInt64(1)...300)
  func isTheSameAmongAnyLines(seed: UInt64) {
    var numbers = Numbers(state: seed)
    func text() -> String {
      (0..<25).map { _ in Self.lines.randomElement(using: &numbers) ?? "" }.joined(separator: "\n")
    }
    let (config, credentials) = (text(), text())
    let whole = SharedConfig(config, credentials: credentials)
    for name in ["a", "b", "c", "default"] {
      let part = excerpt(config, credentials, only: [name])
      #expect(part.profile(name) == whole.profile(name), "\(config)\n---\n\(credentials)")
      for profile in part.profiles { #expect(profile == whole.profile(profile.name)) }
      #expect(part.ssoSessions == whole.ssoSessions && part.services == whole.services)
    }
  }

  /// A generator whose run a failure can name and repeat.
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }
}
