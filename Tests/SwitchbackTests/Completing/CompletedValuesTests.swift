import CommandReference
import Testing
@testable import Switchback

struct CompletedValuesTests {
  private let world = World.stub(
    files: [
      "/home/maya/.aws/config": """
      [sso-session harbour]
      sso_start_url = https://harbour.awsapps.com/start
      sso_region = eu-west-1
      [profile prod]
      sso_session = harbour
      sso_account_id = 111111111111
      sso_role_name = Admin
      display_name = Production\u{202E}
      group = pay ments
      [profile "a b"]
      aws_access_key_id = AKIAEXAMPLE
      aws_secret_access_key = hidden
      [profile odd\u{07}]
      aws_access_key_id = AKIAEXAMPLE
      aws_secret_access_key = hidden
      """,
      "/etc/shells": "# all\n/bin/sh\n/bin/zsh\n",
    ])

  private func words(_ kind: CompletedValue) -> [String] {
    completedValues(kind, world).map(\.word)
  }

  @Test func areWhatThereIs() {
    #expect(words(.entries) == ["prod", "a b"])
    #expect(words(.groups) == ["pay ments"])
    #expect(words(.logins) == ["harbour", "prod", "a b"])
    #expect(words(.shells) == ["/bin/sh", "/bin/zsh"])
    #expect(words(.themes).contains("nord"))
  }

  @Test func sayWhatTheyAreCleaned() {
    #expect(completedValues(.entries, world).map(\.detail) == ["Production, 111111111111", nil])
  }
}
