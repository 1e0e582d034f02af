import Secrets
import Shells
import Testing

struct DotenvLinesTests {
  @Test func valuesThatReadersAgreeOnAreUnchanged() throws {
    let lines = try DotenvLines(.sample(entry: "prod"))
    #expect(
      lines.text == """
        AWS_ACCESS_KEY_ID=ASIASAMPLE
        AWS_SECRET_ACCESS_KEY=a/secret
        AWS_SESSION_TOKEN=a//token
        AWS_CREDENTIAL_EXPIRATION=2100-01-01T00:00:00Z
        AWS_SESSION_EXPIRATION=2100-01-01T00:00:00Z
        AWS_REGION=eu-central-1
        AWS_DEFAULT_REGION=eu-central-1
        AWS_SSO_PROFILE=prod
        SWITCHBACK_ENTRY=prod
        SWITCHBACK_ACCOUNT_ID=111111111111
        SWITCHBACK_ROLE=Admin

        """)
    #expect(lines.leftOut == ["SWITCHBACK_LABEL", "SWITCHBACK_COLOR"])
  }

  @Test(arguments: hostileNames + ["a b", "#x", "$HOME", "a'b", "~", "ü", "a\tb"])
  func valuesThatReadersDisagreeOnAreLeftOut(_ text: String) throws {
    let lines = try DotenvLines(.sample(text, entry: text))
    #expect(lines.leftOut.contains("SWITCHBACK_ENTRY"))
    let plain = try Regex("[A-Z_]+=[A-Za-z0-9_+=/:.,@-]*")
    #expect(lines.text.split(separator: "\n").allSatisfy { $0.wholeMatch(of: plain) != nil })
  }

  @Test func keysThatTheyWouldReadDifferentlyAreRefused() {
    var identity = Identity.sample()
    identity.credentials.secretAccessKey = Secret("a#secret")
    #expect {
      try DotenvLines(identity)
    } throws: { "\($0)".contains("AWS_SECRET_ACCESS_KEY") && !"\($0)".contains("a#secret") }
  }
}
