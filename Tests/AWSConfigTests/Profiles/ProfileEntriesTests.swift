import AWSConfig
import Accounts
import Testing

struct ProfileEntriesTests {
  static let kinds: [(String, Entry.Kind?)] = [
    ("aws_access_key_id=AK\naws_secret_access_key=s", .staticKeys),
    ("role_arn=arn:aws:iam::111111111111:role/r\nsource_profile=b", .assumeRole),
    ("role_arn=arn:aws:iam::111111111111:role/r\naws_access_key_id=AK", .assumeRole),
    ("role_arn=", .assumeRole),
    ("role_arn=a\nweb_identity_token_file=/t\nsource_profile=b", .webIdentity),
    ("role_arn=a\nweb_identity_token_file=", nil),
    ("role_arn=a\nsaml_assertion_file=-\naws_access_key_id=AK", .saml),
    ("saml_assertion_process=p", .saml), ("role_arn=a\nsaml_principal_arn=p", .assumeRole),
    ("sso_role_name=r\naws_access_key_id=AK", .sso), ("sso_account_id=1", .sso),
    ("sso_session=s", nil), ("login_session=arn\ncredential_process=p", .login),
    ("credential_process=p\naws_access_key_id=AK", .process),
    ("region=x", nil), ("source_profile=b", nil), ("mfa_serial=m", nil),
    ("aws_secret_access_key=s", nil),
  ]

  @Test(arguments: kinds)
  func onlyWhatYieldsCredentialsIsAnEntry(_ keys: String, _ kind: Entry.Kind?) {
    let entries = SharedConfig("[profile p]\n" + keys).profileEntries
    #expect(entries.map(\.kind) == (kind.map { [$0] } ?? []))
  }

  @Test func storedKeysOfTheCredentialsFileBeatAProcess() {
    let config = SharedConfig(
      "[profile p]\ncredential_process=x", credentials: "[p]\naws_access_key_id=AK")
    #expect(config.profileEntries.map(\.kind) == [.staticKeys])
  }

  @Test(arguments: [("display", "color"), ("display_name", "colour")])
  func anEntrySaysWhatTheProfileSays(_ display: String, _ color: String) {
    let config = SharedConfig(
      """
      [profile prod]
      role_arn = arn:aws-cn:iam::123456789012:role/path/Admin
      source_profile = base
      region = cn-north-1
      \(display) = Production
      \(color) = red
      group = payments
      shortcut = p
      """)
    let entry = ProfileEntry(
      name: "prod", origin: Origin(file: "config", line: 1), kind: .assumeRole,
      accountID: "123456789012", roleARN: "arn:aws-cn:iam::123456789012:role/path/Admin",
      region: "cn-north-1", displayName: "Production", color: "red", group: "payments",
      shortcut: "p")
    #expect(config.profileEntries == [entry])
  }

  @Test(arguments: [
    ("sso_account_id=123456789012\nsso_role_name=Dev", "123456789012"),
    ("aws_account_id=123456789012\naws_access_key_id=AK", "123456789012"),
    ("login_session=arn:aws:iam::123456789012:user/x", "123456789012"),
    ("role_arn=arn:aws:iam::123456:role/six", nil),
    ("role_arn=arn:aws:iam::１２３456789012:role/wide", nil),
    ("role_arn=arn:aws:sts::123456789012:assumed-role/r/s", nil),
    ("role_arn=123456789012", nil), ("role_arn=:::::", nil),
    ("sso_account_id=12\nsso_role_name=r", nil),
  ])
  func anAccountIsTwelveDigitsOrUnknown(_ keys: String, _ account: String?) {
    let entries = SharedConfig("[profile p]\n" + keys + "\n[profile q]\nlogin_session=x")
      .profileEntries
    #expect(entries.map(\.name) == ["p", "q"])
    #expect(entries.first?.accountID == account)
  }

  @Test func anSSORoleHasANameAndNoARN() {
    let entry = SharedConfig("[profile p]\nsso_account_id=1\nsso_role_name=Dev").profileEntries
      .first
    #expect(entry?.roleName == "Dev")
    #expect(entry?.roleARN == nil)
  }
}
