import AWSConfig
import Accounts
import Testing

struct ProcessTests {
  @Test func aCommandIsSplitAsTheCLIDoes() throws {
    let config = SharedConfig(
      "[profile p]\ncredential_process = \"/opt/a b\" --x 'y z'\naws_account_id=111122223333")
    let source = ProcessSource(
      profile: "p", command: "\"/opt/a b\" --x 'y z'", words: ["/opt/a b", "--x", "y z"],
      accountID: "111122223333")
    #expect(try config.chain(for: "p", environment: [:]).base == .process(source))
  }

  @Test(arguments: [
    ("a | b", "|"), ("a && b", "&"), ("a; b", ";"), ("a > b", ">"), ("a < b", "<"), ("~/a", "~"),
    ("a ~/b", "~"), ("$HOME/a", "$"), ("a \"$HOME\"", "$"), ("a `b`", "`"),
    ("a 'it''s' | b", "|"),
  ])
  func whatOnlyAShellWouldDoIsReported(_ command: String, _ sign: String) throws {
    for key in ["credential_process", "saml_assertion_process"] {
      let config = SharedConfig("[profile p]\n\(key) = \(command)")
      #expect(config.linesWithDiagnostics == [2])
      let message = try #require(config.diagnostics.first?.message)
      #expect(message.contains("`\(sign)`"))
      #expect(message.contains("`\(key)`"))
      #expect(message.contains("without a shell"))
    }
  }

  @Test(arguments: [
    "a --b c", "sh -c 'a | b > $c; ~/d `e`'", "a \"b | c & d\"", "a b~c d#e", "a \\| \\$b",
    "a \"~\"",
  ])
  func whatIsTheSameWithoutAShellIsNot(_ command: String) {
    let config = SharedConfig("[profile p]\ncredential_process = \(command)")
    #expect(config.diagnostics.isEmpty)
  }
}
