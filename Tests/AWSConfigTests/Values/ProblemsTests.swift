import AWSConfig
import Accounts
import Testing

/// What makes entries unusable, or is not used as it is written, is listed with its line.
struct ProblemsTests {
  static let role = "role_arn = arn:aws:iam::111111111111:role/A\n"
  static let base =
    "[profile base]\naws_access_key_id = AKIAONE0000000000000\naws_secret_access_key = s\n"

  /// A profile `p` from line 4 on, below one of stored keys.
  static func below(_ text: String) -> String { base + "[profile p]\n" + text }

  static func problems(
    _ config: String, credentials: String = "", _ environment: [String: String] = [:]
  ) -> ConfigProblems {
    SharedConfig(config, credentials: credentials)
      .problems(environment: environment) { _ in [] }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String { config }
    let config: String
    let line: Int
    let words: [String]

    init(_ config: String, _ line: Int, _ words: String...) {
      (self.config, self.line, self.words) = (config, line, words)
    }
  }

  static let chains = [
    Case(below(role + "source_profile = p\n"), 6, "source_profile loop", "p -> p"),
    Case(below(role + "source_profile = bsae\n"), 6, "'bsae'", "'base'"),
    Case(below(role + "source_profile = 'base'\n"), 6, "quotes", "write base without"),
    Case(below(role), 5, "source_profile or credential_source"),
    Case(
      below(role + "source_profile = c\n[common]\n[c]\nregion = x\n"), 6, "config:8", "[profile c]"),
    Case(
      below(role + "source_profile = q\n[profile q]\nregion = eu-west-1\n"), 6, "'q'",
      "no credentials"),
    Case(
      below("role_arn = \"arn:aws:iam::111111111111:role/A\"\nsource_profile = base\n"), 5,
      "in quotes"),
    Case(
      below("role_arn = arn:aws:iam::<account>:role/A\nsource_profile = base\n"), 5, "'<account>'",
      "12 digits"),
    Case(below(role + "credential_source = environment\n"), 6, "'environment'", "Environment"),
    Case(
      below("sso_session = s\nsso_account_id = 111111111111\nsso_role_name = R\n"), 5,
      "[sso-session s]"),
    Case(
      below(
        "sso_session = s\nsso_account_id = 111111111111\nsso_role_name = R\n[sso-session s]\nsso_start_url = https://a.awsapps.com/start\n"
      ),
      8, "lacks sso_region"),
    Case(
      below(
        "sso_session = 's t'\nsso_account_id = 111111111111\nsso_role_name = R\n[sso-session 's t']\nsso_start_url = https://a.awsapps.com/start\nsso_region = us-east-1\n"
      ),
      5, "quotes", "write s t without"),
    Case(below("source_profile = base\n"), 4, "source_profile needs a role_arn"),
    Case(
      below("aws_acess_key_id = AKIA\naws_secret_access_key = s\n"), 4, "aws_acess_key_id (line 5)",
      "aws_access_key_id"),
    Case(
      below("granted_sso_start_url = https://a.awsapps.com/start\n"), 4,
      "granted_sso_start_url (line 5)", "Granted"),
    Case(
      below(role + "web_identity_token_process = x\n"), 5, "web_identity_token_process (line 6)",
      "aws-vault"),
    Case(below(role + "source_profile = base\nservices = x\n"), 7, "[services x]"),
  ]

  static let values = [
    Case(
      below(role + "source_profile = base\nregion = \"eu-west-1\"\n"), 7, "region",
      "write eu-west-1"),
    Case(below(role + "source_profile = base\nregion = mars\n"), 7, "'mars'", "not an AWS region"),
    Case(below(role + "source_profile = base\nregion = us-esat-1\n"), 7, "did you mean us-east-1?"),
    Case(below(role + "source_profile = base\nregion = EU-WEST-1\n"), 7, "write eu-west-1"),
    Case(below(role + "source_profile = base\nregion = eu-west-1a\n"), 7, "write eu-west-1"),
    Case(below(role + "source_profile = base\nregion = eu-west\n"), 7, "did you mean eu-west-1?"),
    Case(
      below(role + "source_profile = base\nduration_seconds = 12h\n"), 7, "'12h'", "write 43200"),
    Case(
      below(role + "source_profile = base\nmfa_serial = arn:aws:iam::111111111111:user/me\n"), 7,
      "not an MFA device"),
    Case(
      below(role + "source_profile = base\nexternal_id = 'abc'\n"), 7, "external_id", "in quotes"),
    Case(
      below(role + "source_profile = base\nexernal_id = abc\n"), 7, "'exernal_id'",
      "write external_id"),
    Case(
      below(role + "source_profile = base\nmfa-serial = abc\n"), 7, "'mfa-serial'",
      "write mfa_serial"),
    Case(below(role + "source_profile = base\ncolur = red\n"), 7, "'colur'", "write color"),
    Case(
      below(role + "source_profile = base\nparent_profile = base\n"), 7, "parent_profile",
      "include_profile"),
    Case(below(role + "source_profile = base\ninclude_profile = bse\n"), 7, "'bse'", "'base'"),
    Case(
      below("aws_access_key_id = 'AKIA'\naws_secret_access_key = s\n"), 5, "aws_access_key_id",
      "in quotes"),
    Case(
      below("aws_access_key_id = AKIA\naws_secret_access_key = \"s\"\n"), 6,
      "aws_secret_access_key", "in quotes"),
  ]

  static let accounts = [
    ("33662022620", "11 digits"), ("1111-2222-3333", "write 111122223333"),
    ("1111222233334", "13 digits"), ("XXXXXXXXXXXX", "12 digits"), ("<account>", "12 digits"),
    ("'111122223333'", "write 111122223333"),
  ].map { id, words in
    Case(
      below(
        "sso_start_url = https://a.awsapps.com/start\nsso_region = us-east-1\n"
          + "sso_account_id = \(id)\nsso_role_name = R\n"), 7, "sso_account_id", words)
  }

  @Test(arguments: chains + values + accounts)
  func isListedWithItsLine(_ example: Case) {
    let found = Self.problems(example.config).diagnostics
    let sentences = found.map { "\($0.origin.file):\($0.origin.line): \($0.message)" }
    #expect(
      found.contains { diagnostic in
        diagnostic.origin == Origin(file: "config", line: example.line)
          && example.words.allSatisfy(diagnostic.message.contains)
      }, "\(sentences)")
  }

  @Test(arguments: chains + accounts)
  func suchAProfileIsUnusable(_ example: Case) {
    let problems = Self.problems(example.config)
    #expect(problems.troubles == ["p": .unusable])
  }

  @Test func theUsersOfAFaultyProfileAreMarkedToo() {
    let problems = Self.problems(
      Self.base + "[profile mid]\n" + Self.role
        + "source_profile = base\nmfa_serial = arn:aws:iam::111111111111:user/me\n[profile top]\n"
        + Self.role + "source_profile = mid\n")
    #expect(problems.troubles == ["mid": .doubtful, "top": .doubtful])
    #expect(problems.diagnostics.count == 1)
  }

  @Test func aCircleIsSaidOnce() {
    let text = ["a": "b", "b": "c", "c": "a"].map { name, source in
      "[profile \(name)]\n\(Self.role)source_profile = \(source)\n"
    }.joined()
    let problems = Self.problems(text)
    #expect(problems.diagnostics.count == 1 && problems.troubles.values.count == 3)
  }

  /// Unusual values that work or are not mistakes.
  @Test(arguments: [
    below(role + "credential_source = Environment\n"),
    below(role + "credential_source = EcsContainer\n"),
    below(role + "source_profile = base\nregion = us-east-9\n"),
    below(role + "source_profile = base\nregion = aws-global\n"),
    below(role + "source_profile = base\nregion = cn-north-1\n"),
    below(role + "source_profile = base\nmfa_serial = GAHT12345678\n"),
    below(role + "source_profile = base\nmfa_serial = arn:aws-us-gov:iam::111111111111:mfa/a/b\n"),
    below(
      role
        + "source_profile = base\nduration_seconds = 43200\ncli_pager =\ns3 =\n  max_concurrent_requests = 20\n"
    ),
    below(role + "source_profile = base\nregion = mars\nendpoint_url = http://localhost:4566\n"),
    base + "region = garage\n", base + "region = nl-ams\noutput = json\n",
    "[default]\nregion = eu-west-1\n",
    "[profile p]\nsso_session = s\n[sso-session s]\nsso_start_url = https://a.awsapps.com/start\nsso_region = us-east-1\n",
    "[default]\naws_access_key_id = test\naws_secret_access_key = test\n",
    below("credential_process = \"/opt/my tool\" --account \"1 2\"\nazure_tenant_id = x\n"),
    below(
      "granted_sso_start_url = https://a.awsapps.com/start\ncredential_process = granted credential-process\n"
    ),
    below(
      "sso_start_url = https://a.awsapps.com/start/#/\nsso_region = eu-west-1\nsso_account_id = 000000000000\nsso_role_name = R\nregions = a,b\nregion = eu-west-1\n"
    ),
    below(role + "web_identity_token_file = /t\n"), "[plugins]\ncli_legacy_plugin_path = x\n",
    below(role + "source_profile = base\ninclude_profile = base\n"),
  ])
  func whatWorksIsNoProblem(_ config: String) {
    let problems = Self.problems(config)
    #expect(problems.diagnostics.isEmpty && problems.troubles.isEmpty)
  }

  @Test func aSecretIsNeverShown() {
    let problems = Self.problems(
      "[profile p]\naws_secret_acces_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n"
        + "aws_access_key_id = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'\n")
    #expect(!problems.diagnostics.isEmpty)
    #expect(!"\(problems.diagnostics)".contains("wJalr"))
  }
}

extension ConfigProblems {
  fileprivate var troubles: [String: Entry.Trouble] { judgements.mapValues(\.trouble) }
}
