import ArgumentParser
import Testing
@testable import Switchback

struct CommandLineTests {
  @Test(arguments: [
    ["exec", "prod", "--", "aws", "s3", "ls"], ["exec", "prod", "--read-only", "--", "--", "-x"],
    ["each", "--entry", "prod", "--", "sh", "-c", "echo \u{10FFFF}"],
    ["each", "--failed", "--dry-run", "--"],
  ])
  func theCommandsWordsAreOneForTheParser(_ words: [String]) throws {
    let line = try CommandLine(words)
    let end = try #require(words.firstIndex(of: "--"))
    #expect(line.commandWords == Array(words[(end + 1)...]))
    #expect(line.ownWords.count <= end + 2 && line.ownWords[...end] == words[...end])
    let command = try #require(try line.parsed() as? any ForwardsCommand)
    #expect(command.command == line.commandWords)
  }

  @Test(arguments: [
    [], ["list"], ["exec", "prod"], ["filter", "--", "a", "b"], ["pick", "--", "exec"], ["prod"],
    ["--help"], ["exec", "--help"],
  ])
  func anyOtherLineIsAsItWas(_ words: [String]) throws {
    let line = try CommandLine(words)
    #expect(line.ownWords == words && line.commandWords == nil)
  }

  /// What is the command's to answer is not answered by us.
  @Test(arguments: [
    ("exec ops aws --version", "exec ops -- aws --version"),
    ("exec ops echo --help", "exec ops -- echo --help"),
    ("exec --region eu-west-1 ops sh -c", "exec --region eu-west-1 ops -- sh -c"),
    ("exec ops -h ls -h", "exec ops -h -- ls -h"),
    ("each --entry a aws --version", "each --entry a -- aws --version"),
    ("each - true", "each - -- true"), ("exec ops echo a;b", "exec ops -- echo 'a;b'"),
  ])
  func aCommandWithoutDashesIsShownWithThem(_ typed: String, _ meant: String) throws {
    let failure = CommandError(
      status: 64, description: "Put the command after `--`:\n  switchback \(meant)")
    #expect(throws: failure) { try CommandLine(typed.split(separator: " ").map { String($0) }) }
  }

  @Test(arguments: [
    ("ops -- aws s3 ls", "exec ops -- aws s3 ls"), ("exec -- x", nil), ("-- ops x", nil),
    ("ops --region eu-west-1 -- aws s3 ls", "exec ops --region eu-west-1 -- aws s3 ls"),
    ("Team ops -- sh -c a;b", "exec 'Team ops' -- sh -c 'a;b'"), ("ops --", nil),
    ("exce ops -- aws s3 ls", "exec ops -- aws s3 ls"), ("exce -- ls", "exec exce -- ls"),
    ("use ops -- ls", "exec ops -- ls"), ("filter -- x", nil), ("pick -- exec", nil),
    ("help -- exec", nil), ("--nest -- ops", nil),
  ])
  func anEntryBeforeACommandIsShownWithExec(_ typed: String, _ meant: String?) throws {
    let words = typed.split(separator: " ").map { String($0) }
    guard let meant else {
      _ = try CommandLine(words)
      return
    }
    let failure = CommandError(
      status: 64,
      description: "To run a command as an entry, use `exec`:\n  switchback \(meant)")
    #expect(throws: failure) { try CommandLine(words) }
  }

  /// The line that is shown can be pasted, whatever the words hold.
  @Test(arguments: ["it's", "a b", "", "$HOME", "*"])
  func theShownLineIsQuotedForAShell(_ word: String) throws {
    let line = CommandLine.shellLine(["echo", word])
    #expect(line == "echo '" + word.replacing("'", with: "'\\''") + "'")
  }

  @Test(arguments: [
    "exec ops --help", "exec --region x --help", "each --entry a --help", "each - --help",
  ])
  func whatIsAskedOfUsIsOurs(_ typed: String) throws {
    let words = typed.split(separator: " ").map { String($0) }
    #expect(try CommandLine(words).ownWords == words)
  }

  /// What the parser says is the same as of the whole line.
  @Test(arguments: [
    ["exec", "--", "a", "b"], ["exec", "prod"], ["exec", "prod", "--"],
    ["exec", "prod", "x", "--", "a", "b"], ["exec", "--no-such", "prod", "--", "a", "b"],
    ["exec", "--help", "--", "a", "b"], ["exec", "prod", "--region", "--", "a", "b"],
    ["each", "--", "a", "b"], ["each", "--parallel", "0", "--", "a", "b"],
    ["each", "--stream", "--json", "--entry", "x", "--", "a", "b"], ["each", "-h", "--", "a"],
    ["each", "--failed", "--match", "x", "--", "a", "b"],
  ])
  func errorsAndHelpAreAsTheyWere(_ words: [String]) throws {
    func said(_ parse: () throws -> any ParsableCommand) -> String {
      do { return "\(type(of: try parse()))" } catch { return Switchback.fullMessage(for: error) }
    }
    let line = try CommandLine(words)
    #expect(said { try line.parsed() } == said { try Switchback.parseAsRoot(words) })
  }
}
