import Secrets
import Shells
import Testing

struct ChildEnvironmentTests {
  @Test func setsTheDocumentedVariables() {
    #expect(
      childEnvironment([:], for: .sample()) == [
        "AWS_ACCESS_KEY_ID": "ASIASAMPLE", "AWS_SECRET_ACCESS_KEY": "a/secret",
        "AWS_SESSION_TOKEN": "a//token", "AWS_CREDENTIAL_EXPIRATION": "2100-01-01T00:00:00Z",
        "AWS_SESSION_EXPIRATION": "2100-01-01T00:00:00Z", "AWS_REGION": "eu-central-1",
        "AWS_DEFAULT_REGION": "eu-central-1", "AWS_SSO_PROFILE": "prod",
        "SWITCHBACK_ENTRY": "prod", "SWITCHBACK_LABEL": "Production, admin",
        "SWITCHBACK_COLOR": "#d13212", "SWITCHBACK_ACCOUNT_ID": "111111111111",
        "SWITCHBACK_ROLE": "Admin", "SWITCHBACK_DEPTH": "1",
      ])
  }

  @Test(arguments: [
    "AWS_SECURITY_TOKEN", "AWS_PROFILE", "AWS_DEFAULT_PROFILE", "AWS_ROLE_ARN",
    "AWS_ROLE_SESSION_NAME", "AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_VAULT", "AWSUME_PROFILE",
    "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI",
    "AWS_CONTAINER_AUTHORIZATION_TOKEN", "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE",
    "AWSU_PROFILE", "AWS_ACCOUNT_ID", "AWS_CREDENTIAL_FILE", "SWITCHBACK_READ_ONLY",
  ])
  func removes(_ variable: String) {
    #expect(childEnvironment([variable: "before"], for: .sample())[variable] == nil)
    #expect(Identity.sample().removedVariables.contains(variable))
  }

  @Test func saysThatAChildIsReadOnlyBesideItsLabel() {
    let found = childEnvironment([:], for: .sample(isReadOnly: true))
    #expect(found["SWITCHBACK_READ_ONLY"] == "1")
    #expect(found["SWITCHBACK_LABEL"] == "Production, admin")
  }

  @Test func setsAWSVaultIfTheSettingsSaySo() {
    let identity = Identity.sample(entry: "pr\u{1B}[31mod", setsAWSVault: true)
    #expect(childEnvironment(["AWS_VAULT": "before"], for: identity)["AWS_VAULT"] == "prod")
    #expect(!identity.removedVariables.contains("AWS_VAULT"))
  }

  @Test func removesVariablesOfTheFormerIdentity() {
    var identity = Identity.sample(expiration: nil)
    identity.accountID = nil
    identity.roleName = nil
    identity.credentials.sessionToken = nil
    let outer = childEnvironment([:], for: .sample(depth: 1))
    let inner = childEnvironment(outer, for: identity)
    #expect(
      Set(outer.keys).subtracting(inner.keys) == [
        "AWS_SESSION_TOKEN", "AWS_CREDENTIAL_EXPIRATION", "AWS_SESSION_EXPIRATION",
        "SWITCHBACK_ACCOUNT_ID", "SWITCHBACK_ROLE",
      ])
  }

  @Test(arguments: [
    "AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE", "AWS_ENDPOINT_URL_STS", "AWS_CA_BUNDLE",
    "ENV", "ZDOTDIR", "HISTFILE", "PATH", "SWITCHBACK_HOME",
  ])
  func keeps(_ variable: String) {
    #expect(childEnvironment([variable: "before"], for: .sample())[variable] == "before")
  }

  @Test func cleansWhatIsShownAndKeepsTheEntrysName() {
    let found = childEnvironment([:], for: .sample("a\u{1B}[31mb", entry: "c\u{07}d"))
    #expect(found["SWITCHBACK_LABEL"] == "ab")
    #expect(found["AWS_SSO_PROFILE"] == "cd")
    #expect(found["SWITCHBACK_ENTRY"] == "c\u{07}d")
  }

  @Test func anInvisibleDisplayNameIsReplacedByTheEntrysName() {
    #expect(Identity.sample("\u{200B} \u{202E}").label == "prod")
  }
}
