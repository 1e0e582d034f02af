import ArgumentParser
import CommandReference
import Testing
@testable import Switchback

/// What completes a word, by the command's own definition.
struct CompletionTests {
  private let definition: DefinedCommand

  init() throws { definition = try DefinedCommand.all() }

  private func completion(of line: String) -> Completion {
    let line = TypedLine(line)
    return Completion(of: line.current, after: line.words, in: definition) { kind in
      [Completion.Candidate("some \(kind.rawValue)")]
    }
  }

  private func words(_ line: String) -> [String] {
    if case .words(let words) = completion(of: line) { words.map(\.word) } else { [] }
  }

  @Test func nothingTypedYetIsEveryCommand() {
    let all = Switchback.configuration.subcommands.map { $0.configuration }
    let names = all.filter { $0.shouldDisplay }.compactMap { $0.commandName } + ["help"]
    #expect(words("") == names)
    #expect(Set(words("e")) == Set(names + ["some entries"]))
  }

  @Test(arguments: ["shell", "exec", "explain", "export", "credentials", "check", "exec --source"])
  func entriesWhereEntriesBelong(_ command: String) {
    #expect(words(command + " ") == ["some entries"])
    #expect(words(command + " pr") == ["some entries"])
  }

  @Test(arguments: [
    ("check --group ", "some groups"), ("login ", "some logins"), ("logout ", "some logins"),
    ("--theme ", "some themes"), ("pick --theme ", "some themes"),
    ("themes check a ", "some themes"),
    ("shell --shell ", "some shells"), ("check --group=pa", "--group=some groups"),
    ("exec --region x prod --source ", "some entries"),
  ])
  func otherValues(_ line: String, _ word: String) {
    #expect(words(line) == [word])
  }

  @Test func listedValuesComeFromTheDefinition() {
    #expect(words("export prod --format ") == ExportCommand.Format.allCases.map(\.rawValue))
    #expect(words("completions ") == ["bash", "zsh", "fish"])
    #expect(words("themes ") == ["list", "check", "preview"])
    #expect(words("help ") == words(""))
  }

  @Test func optionsThatWereGivenAreNotOfferedAgain() {
    #expect(words("exec --").contains("--region") && words("exec --").contains("--tag"))
    let rest = words("exec --region x --tag a=b --")
    #expect(!rest.contains("--region") && rest.contains("--tag"))
    #expect(!words("exec -v -").contains("--verbose"))
  }

  @Test func behindTheDashesIsAnotherCommandLine() {
    #expect(completion(of: "exec prod -- ") == .command)
    #expect(completion(of: "exec prod -- aws --") == .command)
    #expect(words("check -- ") == ["some entries"])
  }

  @Test func filesWhereFilesBelong() {
    #expect(completion(of: "exec --policy ") == .files)
    #expect(completion(of: "export prod --format ini --file ") == .files)
  }

  @Test func nothingWhereNothingFits() {
    #expect(words("explain prod ") == [])
    #expect(words("whoami ") == [])
    #expect(words("exec --region ") == [])
  }
}
