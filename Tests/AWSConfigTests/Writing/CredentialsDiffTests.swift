import AWSConfig
import Secrets
import Testing

struct CredentialsDiffTests {
  private func diff(_ text: String) throws -> String {
    let keys = AWSCredentials(
      accessKeyID: "ASIANEW", secretAccessKey: Secret("new/secret"),
      sessionToken: Secret("new/token"))
    return try CredentialsText(Array(text.utf8), file: "credentials")
      .setting(keys, of: "prod", replacingLongLived: true).diff.joined(separator: "\n")
  }

  @Test func showsTheChangeWithoutASecret() throws {
    let shown = try diff(
      """
      [dev]
      aws_access_key_id = AKIADEV
      aws_secret_access_key = dev/secret
      [prod]
      # AKIA commented/secret
      aws_access_key_id = AKIAOLD
      aws_secret_access_key = old/secret
      password_of = a/secret
      region = eu-west-1
      """)
    #expect(
      shown == """
        @@ -4,6 +4,7 @@
         [prod]
         # ••••
        -aws_access_key_id = AKIAOLD
        -aws_secret_access_key = ••••
        +aws_access_key_id = ASIANEW
        +aws_secret_access_key = ••••
        +aws_session_token = ••••
         password_of = ••••
         region = eu-west-1
        """)
  }

  @Test func whatIsAddedStandsAlone() throws {
    #expect(
      try diff("") == """
        @@ -0,0 +1,4 @@
        +[prod]
        +aws_access_key_id = ASIANEW
        +aws_secret_access_key = ••••
        +aws_session_token = ••••
        """)
  }

  @Test func noSecretOfAnyLineIsShown() throws {
    let shown = try diff(
      """
      [prod]
      aws_secret_access_key = old
        secret more
      s3 =
        some = secret nested
      secret junk
      aws_session_token: secret
      aws_security_token= secret
      my_token = secret
      """)
    let keys = ["secret_access_key", "security_token", "new/secret"]
    let rest = keys.reduce(shown) { $0.replacing($1, with: "") }
    #expect(!rest.contains("secret"), "\(shown)")
  }
}
