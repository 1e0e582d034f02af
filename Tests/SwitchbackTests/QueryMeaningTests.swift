import Credentials
import Testing
@testable import Switchback

struct QueryMeaningTests {
  private let configuration: Configuration

  init() {
    let names = [
      ("acme-dev", "Acme, development"), ("acme-prod", "Production"), ("eu-prod", "Production"),
      ("shell-team", "Shell team"), ("openly", "openly"), ("version-4", "version-4"),
    ]
    let profiles = names.map { name, display in
      """
      [profile \(name)]
      aws_access_key_id = AKIAIOSFODNN7EXAMPLE
      aws_secret_access_key = secret
      region = us-east-1
      display_name = \(display)
      """
    }.joined(separator: "\n")
    configuration = .read(in: .stub(files: ["/home/maya/.aws/config": profiles]))
  }

  private func meaning(_ query: String, single: Bool = false) -> QueryMeaning {
    QueryMeaning(
      query.split(separator: " ").map { String($0) }, takesSingleMatch: single, in: configuration)
  }

  @Test(arguments: [
    ("acme-dev", "acme-dev"), ("Acme, development", "acme-dev"), ("openly", "openly"),
    ("version-4", "version-4"),
  ])
  func anExactNameIsThatEntry(_ query: String, _ entry: String) {
    #expect(meaning(query) == .entry(entry))
  }

  /// A display name of two entries names neither.
  @Test(arguments: ["acme", "dev", "Production", "prod adm zzz", "zzz", "acme prod"])
  func anythingElseOpensThePicker(_ query: String) {
    #expect(meaning(query) == .picker)
  }

  @Test func aSingleMatchIsTakenWhereThatIsAskedFor() {
    #expect(meaning("acme dev") == .picker)
    #expect(meaning("acme dev", single: true) == .entry("acme-dev"))
    #expect(meaning("acme", single: true) == .picker)
    #expect(meaning("zzz", single: true) == .picker)
    #expect(meaning("", single: true) == .picker)
  }

  @Test(arguments: [
    ("sehll acme-dev", "switchback shell acme-dev"), ("use acme-dev", "switchback shell acme-dev"),
    ("open Acme, development", "switchback shell 'Acme, development'"),
    ("run acme-dev aws s3 ls", "switchback exec acme-dev -- aws s3 ls"),
    ("exce acme-dev", "switchback exec acme-dev -- COMMAND"), ("theme", "switchback themes"),
    ("confg", "switchback config"), ("exprt", "switchback export ENTRY"),
    ("lgoin corp", "switchback login corp"),
  ])
  func whatLooksLikeACommandIsRefusedWithTheLine(_ query: String, _ line: String) {
    #expect(meaning(query) == .command(line))
  }

  /// An ordinary query is never refused: its first word stands in an entry that it finds, or it is
  /// the only word.
  @Test(arguments: ["shel", "shell team", "open", "version", "use"])
  func aQueryThatFindsEntriesIsNoCommand(_ query: String) {
    #expect(meaning(query) == .picker)
  }

  @Test func theOptionsOfTheLineAreKept() {
    let words = ["sehll", "--read-only", "acme-dev", "--region", "eu-west-1"]
    let options = CommandLine.options(of: words, besides: ["sehll", "acme-dev"])
    #expect(options == ["--read-only", "--region", "eu-west-1"])
    func line(_ words: String...) -> QueryMeaning {
      QueryMeaning(words, options: options, takesSingleMatch: false, in: configuration)
    }
    let tail = "--read-only --region eu-west-1"
    #expect(line("sehll", "acme-dev") == .command("switchback shell acme-dev \(tail)"))
    #expect(line("run", "acme-dev", "ls") == .command("switchback exec acme-dev \(tail) -- ls"))
    #expect(line("exprt") == .command("switchback export \(tail) ENTRY"))
  }

  @Test func withoutEntriesCommandsAreGuessedToo() {
    let empty = Configuration.read(in: .stub())
    func meaning(_ words: String...) -> QueryMeaning {
      QueryMeaning(words, takesSingleMatch: true, in: empty)
    }
    #expect(meaning("sehll", "dev") == .command("switchback shell dev"))
    #expect(meaning("version") == .command("switchback --version"))
    #expect(meaning("prod") == .picker)
    #expect(meaning() == .picker)
  }
}
