import AWSConfig
import Accounts
import Testing

/// `include_profile` is aws-vault's: the included profile's keys fill what the including one does
/// not set.
struct InclusionTests {
  static let keys = "[profile keys]\naws_access_key_id = AK\naws_secret_access_key = s\n"
  static let base = """
    [profile base]
    mfa_serial = arn:aws:iam::111111111111:mfa/me
    region = eu-west-1
    source_profile = keys

    """
  static let role = "role_arn = arn:aws:iam::111111111111:role/A\n"

  @Test func whatIsNotSetComesFromTheIncludedProfile() throws {
    let config = SharedConfig(
      Self.keys + Self.base + "[profile p]\n" + Self.role
        + "region = us-west-2\ninclude_profile = base\n")
    let chain = try config.chain(for: "p", environment: [:])
    #expect(chain.hops.first?.mfaSerial == "arn:aws:iam::111111111111:mfa/me")
    #expect(chain.hops.first?.region == "us-west-2")
    #expect(chain.base.profile == "keys")
    #expect(config.profileEntries.map(\.name) == ["keys", "p"])
    let said = try #require(config.inclusions(of: chain).first)
    #expect(said.contains("base") && said.contains("mfa_serial") && !said.contains("region"))
  }

  @Test func whatTheIncludedOneIncludesComesToo() throws {
    let config = SharedConfig(
      Self.keys + Self.base + "[profile mid]\ninclude_profile = base\nregion = sa-east-1\n"
        + "[profile p]\n" + Self.role + "include_profile = mid\n")
    let hop = try #require(try config.chain(for: "p", environment: [:]).hops.first)
    #expect(hop.region == "sa-east-1" && hop.mfaSerial != nil)
  }

  @Test func defaultIsNotIncludedByItself() throws {
    let config = SharedConfig(
      "[default]\nregion = eu-west-1\n" + Self.keys + "[profile p]\n" + Self.role
        + "source_profile = keys\n")
    #expect(try config.chain(for: "p", environment: [:]).hops.first?.region == nil)
  }

  @Test func accessKeysAreNotTaken() {
    let config = SharedConfig(
      Self.keys + "[profile p]\ninclude_profile = keys\n[profile q]\n" + Self.role
        + "include_profile = keys\n")
    #expect(config.profileEntries.map(\.name) == ["keys", "q"])
    let problem = #expect(throws: ChainError.self) {
      try config.chain(for: "q", environment: [:])
    }
    #expect(problem?.description.contains("source_profile = keys") == true)
  }

  @Test func aCircleIsAnError() {
    let config = SharedConfig(
      "[profile a]\n" + Self.role + "include_profile = b\n[profile b]\ninclude_profile = a\n")
    let problem = #expect(throws: ChainError.self) {
      try config.chain(for: "a", environment: [:])
    }
    #expect(problem?.description.contains("a -> b -> a") == true)
    let problems = config.problems(environment: [:]) { _ in [] }
    #expect(problems.diagnostics.map(\.origin.line) == [3])
  }

  @Test func anSSOSessionOfItsOwnKeepsTheOlderKeysOut() throws {
    let config = SharedConfig(
      """
      [profile base]
      sso_start_url = https://old.awsapps.com/start
      sso_region = us-east-1
      sso_role_name = R
      [sso-session s]
      sso_start_url = https://new.awsapps.com/start
      sso_region = eu-west-1
      [profile p]
      include_profile = base
      sso_session = s
      sso_account_id = 111111111111
      """)
    guard case .sso(let source) = try config.chain(for: "p", environment: [:]).base else {
      Issue.record("no sso source")
      return
    }
    #expect(source.login.startURL == "https://new.awsapps.com/start" && source.roleName == "R")
  }

  @Test func theAWSCLIDoesNotReadIt() throws {
    let config = SharedConfig(
      Self.keys + Self.base + "[profile p]\n" + Self.role
        + "source_profile = keys\ninclude_profile = base\n")
    let plain = config.withoutInclusions
    let chain = try plain.ambientChain(environment: ["AWS_PROFILE": "p"])
    #expect(chain.hops.first?.mfaSerial == nil && chain.hops.first?.region == nil)
  }

  @Test func anExcerptHasWhatIsIncluded() throws {
    let text = Self.keys + Self.base + "[profile p]\n" + Self.role + "include_profile = base\n"
    let excerpt = SharedConfig(
      config: Array(text.utf8), configPath: "config", credentials: [],
      credentialsPath: "credentials", only: ["p"])
    #expect(
      try excerpt.chain(for: "p", environment: [:])
        == SharedConfig(text).chain(for: "p", environment: [:]))
  }
}
