import Testing
@testable import AWSConfig

/// What `config --json` shows of values that may be secrets.
struct MaskingTests {
  private static let secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"

  private func shown(_ config: String) -> String {
    let read = SharedConfig(
      config: Array(config.utf8), configPath: "config", credentials: [],
      credentialsPath: "credentials")
    return "\(read.tree)"
  }

  @Test(arguments: [
    "aws_secret_access_key = SECRET", "aws_secret_acces_key = SECRET", "aws_secret_key = SECRET",
    "AWS_SECRET_ACCESS_KEY = SECRET", "aws_access_key_id = AKIA\n  aws_secret_access_key = SECRET",
    "aws_access_key_id = AKIA\n  SECRET", "region = x\n  aws_session_token = SECRET",
    "region = x\n  nested = SECRET", "s3 =\n  secret = SECRET", "s3 =\n  other = SECRET",
    "credential_process = vault --token=SECRET", "credential_process = vault\tSECRET",
    "mfa_process = otp SECRET", "saml_assertion_process = idp --password SECRET",
    "sso_start_url = https://me:SECRET@example.com/start",
    "endpoint_url = http://SECRET@localhost:1",
    "anything = SECRET", "anything = words and SECRET", "my_password = SECRET",
    "api_token : SECRET",
    "proxy = http://me:SECRET@proxy:3128", "aws_session_tokn=SECRET", "secret=SECRET",
    "aws_secret_access_key =\n  SECRET",
    "region = SECRET", "output = SECRET", "color = SECRET", "source_profile = SECRET",
    "credential_process = SECRET", "credential_process = SECRET x", "output = json\n  SECRET==",
    "region =\n  SECRET==", "region =\n  SECRET = x", "s3 =\n  SECRET = x", "SECRET = x",
    "other =\n  SECRET = x", "output = json\n  https://me:SECRET@host/",
    "duration_seconds = SECRET", "mfa_serial = SECRET", "display_name = key SECRET",
  ])
  func noSecretIsShown(_ line: String) {
    let text = line.replacing("SECRET", with: Self.secret)
    let shown = shown("[profile p]\n\(text)\n[services s]\n\(text)\n[sso-session o]\n\(text)\n")
    #expect(!shown.contains(Self.secret) && !shown.contains("K7MDENG"), "\(shown)")
    #expect(shown.contains("••••"))
  }

  @Test(arguments: ["my_password = hunter22", "aws_secret_acces_key = short", "api_token = abc123"])
  func aShortValueOfAKeyThatIsNamedAsASecretIsNot(_ line: String) {
    #expect(shown("[profile p]\n\(line)\n").contains("••••"), "\(line)")
  }

  @Test func aHeaderThatIsOneIsNotShown() {
    let header = "[profile SECRET]\nregion = x\n[services SECRET]\n[sso-session SECRET]\n"
    let shown = shown(header.replacing("SECRET", with: Self.secret))
    #expect(!shown.contains("K7MDENG") && shown.contains("••••"), "\(shown)")
  }

  @Test(arguments: ["region", "display_name", "display", "group", "role_arn", "sso_role_name"])
  func noEntryShowsASecret(_ key: String) {
    let text = """
      [profile p]
      sso_start_url = https://example.awsapps.com/start
      sso_account_id = 111111111111
      [profile q]
      source_profile = p
      role_arn = arn:aws:iam::111111111111:role/a
      """
    let config =
      text.replacing("\n[profile q]", with: "\n\(key) = \(Self.secret)\n[profile q]")
      + "\n\(key) = \(Self.secret)\n"
    let read = SharedConfig(
      config: Array(config.utf8), configPath: "config", credentials: [],
      credentialsPath: "credentials")
    #expect(!read.profileEntries.isEmpty)
    #expect(!"\(read.profileEntries)".contains("K7MDENG"), "\(read.profileEntries)")
  }

  @Test(arguments: [
    "source_profile = SECRET", "sso_session = SECRET\nsso_account_id = 1\nsso_role_name = a",
    "credential_source = SECRET", "role_arn = SECRET\nsource_profile = SECRET",
    "source_profile = b\nmfa_serial = SECRET\nrole_session_name = SECRET\nexternal_id = SECRET",
    "source_profile = b\nservices = SECRET\nregion = SECRET\nendpoint_url = SECRET",
    "include_profile = SECRET",
  ])
  func noSecretIsSaidOfAValue(_ lines: String) {
    let text =
      "[profile b]\naws_access_key_id = A\naws_secret_access_key = B\n[profile p]\n"
      + (lines.hasPrefix("role_arn") ? "" : "role_arn = arn:aws:iam::111111111111:role/a\n")
      + lines.replacing("SECRET", with: Self.secret) + "\n"
    let read = SharedConfig(
      config: Array(text.utf8), configPath: "config", credentials: [],
      credentialsPath: "credentials")
    let problems = read.problems(environment: [:], limits: { _ in [] }).diagnostics
    #expect(!"\(problems) \(read.diagnostics)".contains("K7MDENG"), "\(problems)")
    do throws(ChainError) { _ = try read.chain(for: "p", environment: [:]) } catch {
      #expect(!"\(error)".contains("K7MDENG"), "\(error)")
    }
  }

  @Test(arguments: [
    "[SECRET]", "[profiles SECRET]", "[profile a SECRET]",
    "[sso-session SECRET]", "[SECRET", "[default]\nregion = a\n[profile SECRET]\n[profile SECRET]",
  ])
  func noSecretInAHeaderIsSaid(_ header: String) {
    let text = header.replacing("SECRET", with: Self.secret) + "\nregion = x\n"
    let read = SharedConfig(
      config: Array(text.utf8), configPath: "config", credentials: Array(text.utf8),
      credentialsPath: "credentials")
    #expect(!"\(read.diagnostics)".contains("K7MDENG"), "\(read.diagnostics)")
  }

  @Test(arguments: ["proxy = http://a:b@host", "other = https://u:p@h/"])
  func aShortPasswordInAnAddressIsMaskedOfAnyKey(_ line: String) {
    let shown = shown("[profile p]\n\(line)\n")
    #expect(
      shown.contains("••••@h") && !shown.contains(":b@") && !shown.contains(":p@"), "\(shown)")
  }

  @Test(arguments: [
    "region = eu-west-1",
    "role_arn = arn:aws:iam::111111111111:role/Some/Path/ProductionAdministrator2",
    "role_arn = arn:aws:iam::111111111111:role/MyStack-DeployRole-1AB2CD3EF4GH5",
    "source_profile = OrganizationAccountAccessRoleForSandbox123",
    "role_session_name = PlatformTeamProductionEuCentral1ReadOnly",
    "ca_bundle = /Users/Maya/Library/certs2/CorporateRootCertificate.pem",
    "role_arn = arn:aws:iam::111111111111:role/some/long/path/Administrator",
    "sso_start_url = https://example.awsapps.com/start", "cli_pager = less -R", "output = json",
    "aws_access_key_id = AKIAIOSFODNN7EXAMPLE", "credential_process = /usr/local/bin/vault-of-ours",
    "external_id = 123e4567-e89b-12d3-a456-426614174000", "cli_auto_prompt = on-partial",
  ])
  func whatIsKnownToBeHarmlessIsShownWhole(_ line: String) {
    let value = line.split(separator: " = ", maxSplits: 1)[1]
    #expect(shown("[profile p]\n\(line)\n").contains(value))
  }
}
