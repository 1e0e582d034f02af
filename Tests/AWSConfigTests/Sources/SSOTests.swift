import AWSConfig
import Testing

/// Roles of Identity Center, and the logins that they need.
struct SSOTests {
  static let config = SharedConfig(
    """
    [sso-session work]
    sso_start_url = https://d-1.awsapps.com/start
    sso_region = eu-west-1
    sso_registration_scopes = sso:account:access, , codewhisperer:completions
    [sso-session half]
    sso_region = eu-west-1
    [profile dev]
    sso_session = work
    sso_account_id = 111122223333
    sso_role_name = Dev
    [profile token]
    sso_session = work
    [profile old]
    sso_start_url = https://d-2.awsapps.com/start
    sso_region = us-east-1
    sso_account_id = 111122223333
    sso_role_name = Ops
    [profile twin]
    sso_start_url = https://d-2.awsapps.com/start
    sso_region = us-east-1
    sso_account_id = 444455556666
    sso_role_name = Ops
    [profile above]
    role_arn = arn:aws:iam::444455556666:role/Admin
    source_profile = dev
    [profile keys]
    aws_access_key_id = AK
    aws_secret_access_key = s
    [profile signin]
    login_session = arn:aws:iam::111122223333:user/x
    """)
  static let work = SSOLogin(
    session: "work", startURL: "https://d-1.awsapps.com/start", region: "eu-west-1",
    scopes: ["sso:account:access", "codewhisperer:completions"])
  static let old = SSOLogin(startURL: "https://d-2.awsapps.com/start", region: "us-east-1")

  @Test func aRoleIsAnAccountsByALogin() throws {
    let base = try Self.config.chain(for: "dev", environment: [:]).base
    let source = SSOSource(
      profile: "dev", login: Self.work, accountID: "111122223333", roleName: "Dev")
    #expect(base == .sso(source))
  }

  @Test(arguments: [
    ("work", work), ("dev", work), ("token", work), ("above", work), ("old", old), ("twin", old),
  ])
  func aNameStandsForALogin(_ name: String, _ login: SSOLogin) throws {
    #expect(try Self.config.login(named: name) == login)
  }

  @Test func everyWholeLoginIsListedOnce() {
    #expect(Self.config.logins == [Self.work, Self.old])
  }

  @Test(arguments: [
    ("worl", ["'worl'", "'work'"]), ("half", ["[sso-session half]", "config:5", "sso_start_url"]),
    ("keys", ["'keys'", "static-keys"]), ("signin", ["'signin'", "aws login"]),
    ("nobody-at-all", ["no profile 'nobody-at-all'"]),
  ])
  func whatIsNoLoginSaysWhy(_ name: String, _ parts: [String]) throws {
    let problem = try #require(throws: ChainError.self) {
      try Self.config.login(named: name)
    }
    for part in parts { #expect("\(problem)".contains(part)) }
  }

  @Test func scopesThatAreConfiguredEmptyAreNone() throws {
    let config = SharedConfig(
      "[sso-session s]\nsso_start_url=u\nsso_region=r\nsso_registration_scopes=")
    #expect(try config.login(named: "s").scopes == [])
  }
}
