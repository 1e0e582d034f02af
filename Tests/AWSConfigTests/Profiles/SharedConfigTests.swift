import AWSConfig
import Accounts
import Testing

struct SharedConfigTests {
  @Test func theCredentialsFileWinsForEveryKey() {
    let config = SharedConfig(
      "[profile b]\nregion = x\nk = v\n[profile a]", credentials: "[c]\n[b]\nregion = y\n")
    #expect(config.profileNames == ["b", "a", "c"])
    #expect(config.readProfiles == ["b": ["region": "y", "k": "v"], "a": [:], "c": [:]])
    #expect(config.profile("b")?.text(.region) == "y")
    #expect(config.profile("b")?.origin == Origin(file: "config", line: 1))
    #expect(config.profile("b")?.place(of: .region) == Origin(file: "credentials", line: 3))
    #expect(config.profile("c")?.origin == Origin(file: "credentials", line: 1))
    #expect(config.profile("B") == nil)
  }

  @Test func ssoSessionsAndServicesAreKeptApart() {
    let config = SharedConfig(
      "[sso-session \"my sso\"]\nsso_region=x\n[services v]\nsts =\n  a = b")
    #expect(config.ssoSessions.map(\.name) == ["my sso"])
    #expect(config.ssoSessions.first?.properties.text(.ssoRegion) == "x")
    #expect(config.services.map(\.name) == ["v"])
    #expect(config.profileNames.isEmpty)
  }

  @Test func anExtraRoleIsAProfile() throws {
    var config = SharedConfig("[profile base]\naws_access_key_id=AK\naws_secret_access_key=s")
    config.add(
      ExtraRole(
        name: "extra", roleARN: "arn:aws:iam::111111111111:role/Admin", sourceProfile: "base",
        externalID: "ex", durationSeconds: 900, origin: Origin(file: "config.yaml", line: 7)))
    let chain = try config.chain(for: "extra", environment: [:])
    #expect(chain.hops.map(\.roleARN) == ["arn:aws:iam::111111111111:role/Admin"])
    #expect(chain.hops.first?.externalID == "ex")
    #expect(chain.hops.first?.durationSeconds == 900)
    #expect(chain.hops.first?.origin == Origin(file: "config.yaml", line: 7))
    #expect(config.profileEntries.map(\.name) == ["base", "extra"])
    #expect(config.diagnostics.isEmpty)
  }

  @Test func aProfileBeatsAnExtraRoleOfItsName() {
    var config = SharedConfig("[profile a]\nregion=x")
    let origin = Origin(file: "config.yaml", line: 3)
    config.add(ExtraRole(name: "a", roleARN: "arn", origin: origin))
    #expect(config.profile("a")?.has(.roleARN) == false)
    #expect(config.diagnostics.map(\.origin) == [origin])
    #expect(config.diagnostics.first?.message.contains("config:1") == true)
  }

  @Test func theTreeKeepsFileOrder() {
    let config = SharedConfig(
      "[profile b]\nz = 1\na = 2\n[profile a]", credentials: "[b]\nm = 3\nz = 4")
    let b = ConfigTree.block([
      .init("z", .text("4")), .init("a", .text("2")), .init("m", .text("3")),
    ])
    let profiles = ConfigTree.block([.init("b", b), .init("a", .block([]))])
    let empty = ConfigTree.block([])
    #expect(
      config.tree
        == .block([
          .init("profiles", profiles), .init("sso_sessions", empty), .init("services", empty),
        ]))
  }

  @Test(arguments: [
    "aws_secret_access_key", "AWS_Session_Token", "aws_security_token", "client_secret",
    "github_token", "db_password", "ssh_passphrase",
  ])
  func secretsAreMasked(_ key: String) {
    let text =
      "[profile a]\n\(key) = hunter2\n[profile b]\n\(key) =\n  hunter2 = hunter2\n"
      + "[profile c]\nx =\n  \(key.lowercased()) = hunter2\n"
    let config = SharedConfig(text, credentials: "[d]\n\(key) = hunter2")
    #expect(config.profileNames == ["a", "b", "c", "d"])
    #expect(!"\(config.tree)".contains("hunter2"))
    var dumped = ""
    dump(config, to: &dumped)
    #expect(!dumped.contains("hunter2"))
  }

  @Test func whatOnlySoundsSecretIsShown() {
    let config = SharedConfig("[profile a]\nweb_identity_token_file = /t\nsecret = x")
    #expect(config.readProfiles == ["a": ["web_identity_token_file": "/t", "secret": "x"]])
  }
}
