import AWSConfig
import Foundation
import Secrets
import Testing

/// What the AWS CLI would use where no profile is named.
struct AmbientChainTests {
  static let files =
    "[profile a]\n\(ChainTests.keys("AKA"))[profile b]\n\(ChainTests.keys("AKB"))[profile region]\nregion=x\n"
    + "[profile web]\n\(ChainTests.role)web_identity_token_file=/t\n"
    + "[profile role]\n\(ChainTests.role)source_profile=a\n"
    + "[profile saml]\n\(ChainTests.role)saml_assertion_file=-\n"
  static let key = ["AWS_ACCESS_KEY_ID": "AKENV", "AWS_SECRET_ACCESS_KEY": "s"]
  static let role = ["AWS_ROLE_ARN": "arn:aws:iam::123456789012:role/e"]
  static let web = role.merging(["AWS_WEB_IDENTITY_TOKEN_FILE": "/t"]) { $1 }
  static let container = ["AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://localhost"]

  static let cases: [([String: String], [String])] = [
    (["AWS_PROFILE": "a"], ["AKA @a"]),
    (["AWS_DEFAULT_PROFILE": "b"], ["AKB @b"]),
    (["AWS_PROFILE": "a", "AWS_DEFAULT_PROFILE": "b"], ["AKA @a"]),
    (key, ["AKENV"]),
    (key.merging(["AWS_PROFILE": "a"]) { $1 }, ["AKENV"]),
    (["AWS_ACCESS_KEY_ID": "", "AWS_PROFILE": "a"], ["AKA @a"]),
    (web, ["web-identity"]),
    (web.merging(["AWS_PROFILE": "a"]) { $1 }, ["web-identity"]),
    (web.merging(["AWS_PROFILE": "saml"]) { $1 }, ["saml @saml"]),
    (web.merging(["AWS_PROFILE": "role"]) { $1 }, ["AKA @a", "role"]),
    (["AWS_WEB_IDENTITY_TOKEN_FILE": "", "AWS_PROFILE": "a"], ["AKA @a"]),
    (role.merging(["AWS_PROFILE": "a"]) { $1 }, ["AKA @a"]),
    (role.merging(["AWS_PROFILE": "web"]) { $1 }, ["web-identity @web"]),
    (container, ["container"]),
    (["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/x"], ["container"]),
    (container.merging(["AWS_PROFILE": "region"]) { $1 }, ["container"]),
    (container.merging(["AWS_PROFILE": "a"]) { $1 }, ["AKA @a"]),
  ]

  @Test(arguments: cases)
  func theEnvironmentChooses(_ environment: [String: String], _ steps: [String]) throws {
    let chain = try SharedConfig(Self.files).ambientChain(environment: environment)
    #expect(chain.steps == steps)
  }

  @Test func theDefaultProfileBeatsTheContainer() throws {
    let config = SharedConfig("[default]\n" + ChainTests.keys("AKD"))
    let chain = try config.ambientChain(environment: Self.container)
    #expect(chain.steps == ["AKD @default"])
    #expect(chain.profile == "default")
  }

  @Test func theEnvironmentsKeysCarryTheirTokenAndTheirEnd() throws {
    let environment = Self.key.merging([
      "AWS_SESSION_TOKEN": "session", "AWS_SECURITY_TOKEN": "security",
      "AWS_CREDENTIAL_EXPIRATION": "2035-01-01T00:00:00Z", "AWS_ACCOUNT_ID": "123456789012",
    ]) { $1 }
    let keys = AWSCredentials(
      accessKeyID: "AKENV", secretAccessKey: Secret("s"), sessionToken: Secret("security"),
      expiration: Date(timeIntervalSince1970: 2_051_222_400), accountID: "123456789012")
    let chain = try SharedConfig("").ambientChain(environment: environment)
    #expect(chain == RoleChain(profile: nil, base: .environment(keys)))
  }

  @Test(arguments: [
    ("2035-01-01T00:00:00Z", 2_051_222_400.0), ("2035-01-01T00:00:00+09:00", 2_051_190_000),
    ("2035-01-01 00:00:00.25-01:30", 2_051_227_800.25), ("1970-01-01T00:00:00Z", 0),
    ("2024-02-29T23:59:59Z", 1_709_251_199), ("2000-03-01t00:00:00z", 951_868_800),
  ])
  func anExpirationIsRead(_ text: String, _ seconds: Double) throws {
    let environment = Self.key.merging(["AWS_CREDENTIAL_EXPIRATION": text]) { $1 }
    let base = try SharedConfig("").ambientChain(environment: environment).base
    guard case .environment(let keys) = base else {
      Issue.record("The environment's keys were not used.")
      return
    }
    #expect(keys.expiration == Date(timeIntervalSince1970: seconds))
  }

  @Test(arguments: [
    "2035-01-01T00:00:00", "tomorrow", "2051222400", "2035-13-01T00:00:00Z", "2035-01-01Z", "T:::Z",
    "2035-01-01T24:00:00Z", "2035-01-01T00:00:00.xZ", "-", "2035-01-01T00:00:00+-1:00",
  ])
  func anExpirationWithoutAnInstantIsAProblem(_ text: String) {
    let environment = Self.key.merging(["AWS_CREDENTIAL_EXPIRATION": text]) { $1 }
    #expect(throws: ChainError.notATime(text)) {
      try SharedConfig("").ambientChain(environment: environment)
    }
  }
}
