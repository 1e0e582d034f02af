import AWSConfig
import Accounts
import Secrets
import Testing

/// The chain behind a named profile: the AWS CLI's order of providers, and role chaining.
struct ChainTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var config: String
    var credentials: String
    /// The base, then the hops' profiles: `AK @p` stands for a stored key, `sso @p` for another
    /// kind.
    var steps: [String]

    init(_ description: String, _ config: String, credentials: String = "", _ steps: [String]) {
      testDescription = description
      self.config = config
      self.credentials = credentials
      self.steps = steps
    }
  }

  static func keys(_ id: String) -> String { "aws_access_key_id=\(id)\naws_secret_access_key=s\n" }
  static let role = "role_arn=arn:aws:iam::123456789012:role/r\n"
  static let sso = "sso_start_url=u\nsso_region=r\nsso_account_id=1\nsso_role_name=r\n"

  static let cases = [
    Case("keys", "[profile p]\n" + keys("AK"), ["AK @p"]),
    Case(
      "both files have keys", "[profile p]\n" + keys("A"), credentials: "[p]\n" + keys("B"),
      ["B @p"]),
    Case(
      "a secret alone does not count", "[profile p]\n" + keys("A"),
      credentials: "[p]\naws_secret_access_key=s", ["A @p"]),
    Case(
      "sso beats stored keys", "[profile p]\n" + sso, credentials: "[p]\n" + keys("A"), ["sso @p"]),
    Case("sso in the credentials file", "", credentials: "[p]\n" + sso, ["sso @p"]),
    Case("sso beats a process", "[profile p]\ncredential_process=x\n" + sso, ["sso @p"]),
    Case(
      "stored credentials beat a process", "[profile p]\ncredential_process=x",
      credentials: "[p]\n" + keys("A"), ["A @p"]),
    Case(
      "a process beats stored config", "[profile p]\ncredential_process=x\n" + keys("A"),
      ["process @p"]),
    Case(
      "a SAML role beats its own keys",
      "[profile p]\n" + role + "saml_assertion_file=/a\n" + keys("A"), ["saml @p"]),
    Case(
      "a web identity beats a SAML assertion",
      "[profile p]\n" + role + "web_identity_token_file=/t\nsaml_assertion_file=/a",
      ["web-identity @p"]),
    Case(
      "a source that is a SAML role",
      "[profile p]\n" + role + "source_profile=b\n[profile b]\nsaml_assertion_file=-\n" + role,
      ["saml @b", "p"]),
    Case(
      "a login beats a process and stored config",
      "[profile p]\nlogin_session=a\ncredential_process=x\n" + keys("A"), ["login @p"]),
    Case(
      "stored credentials beat a login", "[profile p]\nlogin_session=a",
      credentials: "[p]\n" + keys("A"), ["A @p"]),
    Case(
      "a web identity beats its source profile",
      "[profile p]\n" + role + "web_identity_token_file=/t\nsource_profile=b\n" + keys("A"),
      ["web-identity @p"]),
    Case("mfa_serial without a role", "[profile p]\nmfa_serial=m\n" + keys("A"), ["A @p"]),
    Case(
      "role", "[profile p]\n" + role + "source_profile=b\n[profile b]\n" + keys("A"), ["A @b", "p"]),
    Case(
      "a role beats its own keys",
      "[profile p]\n" + role + "source_profile=b\n" + keys("A") + "[profile b]\n" + keys("B"),
      ["B @b", "p"]),
    Case(
      "a later profile's keys beat its role",
      "[profile p]\n" + role + "source_profile=b\n[profile b]\n" + role + "source_profile=c\n"
        + keys("B") + "[profile c]\n" + keys("C"), ["B @b", "p"]),
    Case(
      "three roles",
      "[profile p]\n" + role + "source_profile=b\n[profile b]\n" + role + "source_profile=c\n"
        + "[profile c]\n" + role + "source_profile=d\n[profile d]\n" + keys("D"),
      ["D @d", "c", "b", "p"]),
    Case(
      "its own source", "[profile p]\n" + role + "source_profile=p\n" + keys("A"), ["A @p", "p"]),
    Case(
      "its own source in the other file", "[profile p]\n" + role + "source_profile=p\n",
      credentials: "[p]\n" + keys("A"), ["A @p", "p"]),
    Case(
      "a source that is a process",
      "[profile p]\n" + role + "source_profile=b\n[profile b]\ncredential_process=x",
      ["process @b", "p"]),
    Case(
      "a source with a web identity",
      "[profile p]\n" + role + "source_profile=b\n[profile b]\nweb_identity_token_file=/t\n" + role,
      ["web-identity @b", "p"]),
    Case(
      "container", "[profile p]\ncredential_source=EcsContainer\n" + role, ["container @p", "p"]),
    Case(
      "instance metadata", "[profile p]\ncredential_source=Ec2InstanceMetadata\n" + role,
      ["instance-metadata @p", "p"]),
    Case("environment", "[profile p]\ncredential_source=Environment\n" + role, ["AKENV", "p"]),
  ]

  // Variables that are ignored with a named profile, except by a credential_source.
  static let environment = [
    "AWS_ACCESS_KEY_ID": "AKENV", "AWS_SECRET_ACCESS_KEY": "s",
    "AWS_WEB_IDENTITY_TOKEN_FILE": "/env", "AWS_ROLE_ARN": "arn:env",
    "AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://localhost", "AWS_PROFILE": "nobody",
  ]

  @Test(arguments: cases)
  func namedProfile(_ example: Case) throws {
    let config = SharedConfig(example.config, credentials: example.credentials)
    let chain = try config.chain(for: "p", environment: Self.environment)
    #expect(chain.steps == example.steps)
    #expect(chain.profile == "p")
  }

  @Test func aHopCarriesWhatItsProfileSays() throws {
    let config = SharedConfig(
      """
      [profile p]
      role_arn = arn:aws:iam::123456789012:role/r
      source_profile = b
      external_id = ex
      mfa_serial = arn:aws:iam::123456789012:mfa/me
      mfa_process = code
      duration_seconds = 1800
      role_session_name = me
      region = eu-west-1
      [profile b]
      aws_access_key_id = AK
      aws_secret_access_key = s
      aws_session_token = session
      aws_security_token = security
      aws_account_id = 210987654321
      """)
    let chain = try config.chain(for: "p", environment: [:])
    let keys = AWSCredentials(
      accessKeyID: "AK", secretAccessKey: Secret("s"), sessionToken: Secret("security"),
      accountID: "210987654321")
    let hop = RoleHop(
      profile: "p", origin: Origin(file: "config", line: 2),
      roleARN: "arn:aws:iam::123456789012:role/r", roleSessionName: "me", externalID: "ex",
      mfaSerial: "arn:aws:iam::123456789012:mfa/me", mfaProcess: "code", durationSeconds: 1800,
      region: "eu-west-1")
    #expect(chain == RoleChain(profile: "p", base: .staticKeys(keys, profile: "b"), hops: [hop]))
    #expect(chain.hops.first?.accountID == "123456789012")
    #expect(chain.kind == .assumeRole)
  }

  @Test func aDurationThatIsNoNumberIsIgnored() throws {
    let config = SharedConfig(
      "[profile p]\n" + Self.role + "duration_seconds=1h\nsource_profile=p\n" + Self.keys("A"))
    let chain = try config.chain(for: "p", environment: [:])
    #expect(chain.hops.map(\.durationSeconds) == [nil])
  }
}

extension RoleChain {
  /// The base and the hops' profiles, shortly.
  var steps: [String] {
    let first =
      switch base {
      case .staticKeys(let keys, let profile): "\(keys.accessKeyID) @\(profile)"
      case .environment(let keys): keys.accessKeyID
      default: base.kind.rawValue + (base.profile.map { " @\($0)" } ?? "")
      }
    return [first] + hops.map(\.profile)
  }
}
