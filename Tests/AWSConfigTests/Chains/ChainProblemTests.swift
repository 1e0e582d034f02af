import AWSConfig
import Testing

/// What cannot be a chain says why: the profile, the place and the remedy.
struct ChainProblemTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String { "\(environment) \(profile ?? "") \(config)" }
    var config: String
    var profile: String?
    var environment: [String: String] = [:]
    /// What the sentence must hold.
    var holds: [String]

    init(
      _ config: String, _ profile: String?, _ environment: [String: String] = [:],
      _ holds: String...
    ) {
      self.config = config
      self.profile = profile
      self.environment = environment
      self.holds = holds
    }
  }

  static let role = ChainTests.role
  static let keys = ChainTests.keys("AK")

  static let cases = [
    Case("[profile prod]", "prdo", [:], "'prdo'", "'prod'"),
    Case("[profile prod]", nil, ["AWS_PROFILE": "prodd"], "AWS_PROFILE", "'prodd'", "'prod'"),
    Case("[profile p]\n\(keys)", nil, ["AWS_PROFILE": ""], "AWS_PROFILE", "''"),
    Case(
      "", nil, ["AWS_PROFILE": "zz", "AWS_ACCESS_KEY_ID": "AK", "AWS_SECRET_ACCESS_KEY": "s"],
      "'zz'"),
    Case("[profile p]\nregion=x", "p", [:], "'p'", "config:1", "no credentials"),
    Case("[profile p]\naws_secret_access_key=s", "p", [:], "aws_access_key_id is missing"),
    Case("[profile p]\nsso_session=s", "p", [:], "sso_account_id"),
    Case("[profile p]\nsource_profile=b", "p", [:], "role_arn"),
    Case(
      "[profile p]\nregion=x", "p", ["AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://localhost"],
      "no credentials"),
    Case("[profile a]\n\(keys)", nil, [:], "'a'", "no [default]"),
    Case("", nil, [:], "aws configure"),
    Case("[profile p]\naws_access_key_id=AK", "p", [:], "config:2", "aws_secret_access_key"),
    Case("[profile p]\naws_access_key_id=\naws_secret_access_key=s", "p", [:], "aws_access_key_id"),
    Case("", nil, ["AWS_ACCESS_KEY_ID": "AK"], "AWS_SECRET_ACCESS_KEY"),
    Case(
      "[profile p]\naws_access_key_id=AK\naws_secret_access_key=a\u{0}b", "p", [:], "config:2",
      "secret access key", "control characters"),
    Case(
      "", nil, ["AWS_ACCESS_KEY_ID": "AK", "AWS_SECRET_ACCESS_KEY": "a\u{10FFC3}b"],
      "secret access key in the environment", "UTF-8"),
    Case(
      "[profile p]\n\(role)\(keys)", "p", [:], "'p'", "config:2", "source_profile",
      "credential_source"),
    Case(
      "[profile p]\n\(role)source_profile=b\ncredential_source=Environment", "p", [:], "config:4",
      "both"),
    Case(
      "[profile p]\n\(role)source_profile=bas\n[profile base]\n\(keys)", "p", [:], "config:3",
      "'bas'", "'base'"),
    Case("[profile p]\n\(role)source_profile=\n", "p", [:], "config:3", "''"),
    Case("[profile p]\n\(role)source_profile=default\n", "p", [:], "'default'"),
    Case(
      "[profile p]\n\(role)source_profile=b\n[profile b]\nregion=x", "p", [:], "'b'", "config:4"),
    Case(
      "[profile p]\n\(role)source_profile=q\n[profile q]\n\(role)source_profile=p", "p", [:],
      "p -> q -> p",
      "config:6"),
    Case("[profile p]\n\(role)source_profile=p", "p", [:], "p -> p"),
    Case("[profile p]\n\(role)source_profile=p\ncredential_process=x", "p", [:], "p -> p"),
    Case(
      "[profile p]\n\(role)credential_source=environment", "p", [:], "'environment'",
      "Ec2InstanceMetadata"),
    Case("[profile p]\n\(role)credential_source=Environment", "p", [:], "AWS_ACCESS_KEY_ID"),
    Case("[profile p]\nweb_identity_token_file=/t", "p", [:], "role_arn"),
    Case(
      "[profile p]\nsso_session=nope\nsso_role_name=r\nsso_account_id=1", "p", [:],
      "[sso-session nope]"),
    Case("[profile p]\nsso_role_name=r\nsso_start_url=u\nsso_region=r", "p", [:], "sso_account_id"),
    Case(
      "[profile p]\nsso_session=s\nsso_role_name=r\nsso_account_id=1\nsso_region=a\n"
        + "[sso-session s]\nsso_region=b\nsso_start_url=u", "p", [:], "sso_region", "config:5",
      "config:6"),
    Case("[profile p]\nrole_arn=\nsource_profile=p\n\(keys)", "p", [:], "config:2", "empty"),
    Case(
      "[profile p]\nrole_arn=arn:aws:iam::123456:role/r\nsource_profile=p\n\(keys)", "p", [:],
      "123456", "12 digits"),
    Case(
      "[profile p]\n\(role)source_profile=q\n[profile q]\nrole_arn=admin\nsource_profile=b\n[profile b]\n\(keys)",
      "p", [:], "'q'", "config:5", "'admin'"),
  ]

  static let sourceCases = [
    Case(
      "[profile p]\ncredential_process=", "p", [:], "'p'", "config:2", "credential_process", "empty"
    ),
    Case("[profile p]\ncredential_process=''", "p", [:], "empty"),
    Case("[profile p]\ncredential_process=a 'b", "p", [:], "'p'", "config:2", "quote"),
    Case("[profile p]\nlogin_session=", "p", [:], "'p'", "config:2", "login_session", "empty"),
    Case(
      "[profile p]\nrole_arn=admin\nweb_identity_token_file=/t", "p", [:], "'p'", "config:2",
      "'admin'"),
    Case(
      "", nil, ["AWS_WEB_IDENTITY_TOKEN_FILE": "/t", "AWS_ROLE_ARN": "admin"], "AWS_ROLE_ARN",
      "'admin'"),
    Case("", nil, ["AWS_WEB_IDENTITY_TOKEN_FILE": "/t"], "AWS_ROLE_ARN", "no role"),
    Case("[profile p]\nsaml_assertion_file=-", "p", [:], "'p'", "config:1", "role_arn"),
    Case("[profile p]\n\(role)saml_assertion_file=", "p", [:], "config:3", "saml_assertion_file"),
    Case(
      "[profile p]\n\(role)saml_assertion_process=x \"", "p", [:], "config:3",
      "saml_assertion_process", "quote"),
    Case(
      "[profile p]\n\(role)saml_assertion_process=x\nsaml_assertion_file=-", "p", [:], "config:3",
      "both"),
    Case(
      "[profile p]\n\(role)saml_assertion_file=-\nsource_profile=b\n[profile b]\n\(keys)", "p",
      [:], "config:4", "source_profile", "SAML"),
    Case(
      "[profile p]\n\(role)saml_assertion_file=-\ncredential_source=Environment", "p", [:],
      "config:4", "credential_source"),
    Case(
      "[profile p]\n\(role)saml_assertion_file=-\nsaml_principal_arn=adfs", "p", [:], "config:4",
      "'adfs'", "saml-provider/NAME"),
    Case("[profile p]\n\(role)credential_source=EcsContainer", "p", [:], "'p'", "FULL_URI"),
    Case(
      "[profile p]\n\(role)credential_source=Ec2InstanceMetadata", "p",
      ["AWS_EC2_METADATA_DISABLED": "TRUE"], "'p'", "AWS_EC2_METADATA_DISABLED"),
    Case(
      "[profile p]\n\(role)credential_source=Ec2InstanceMetadata\nec2_metadata_service_endpoint_mode=7",
      "p", [:], "'7'", "IPv6"),
    Case(
      "", nil, ["AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://example.com/x"], "FULL_URI",
      "'example.com'", "localhost"),
    Case(
      "", nil, ["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "@example.com"], "RELATIVE_URI", "'/'"),
  ]

  @Test(arguments: cases + sourceCases)
  func theSentenceSaysWhatToDo(_ example: Case) throws {
    let config = SharedConfig(example.config)
    let problem = try #require(throws: ChainError.self) {
      if let profile = example.profile {
        _ = try config.chain(for: profile, environment: example.environment)
      } else {
        _ = try config.ambientChain(environment: example.environment)
      }
    }
    let sentence = "\(problem)"
    for part in example.holds { #expect(sentence.contains(part)) }
    #expect(sentence.last == "." || sentence.last == "?")
  }

  @Test func aBrokenRoleHurtsNoOther() throws {
    let config = SharedConfig(
      "[profile p]\nrole_arn=arn:aws:iam::123456:role/r\nsource_profile=b\n[profile b]\n"
        + Self.keys)
    #expect(try config.chain(for: "b", environment: [:]).steps == ["AK @b"])
  }

  @Test func noProblemShowsASecret() throws {
    let config = SharedConfig(
      "[profile p]\naws_secret_access_key = hunter2\naws_session_token = hunter2")
    let problem = try #require(throws: ChainError.self) {
      try config.chain(for: "p", environment: [:])
    }
    var dumped = "\(problem)"
    dump(problem, to: &dumped)
    #expect(!dumped.contains("hunter2"))
  }
}
