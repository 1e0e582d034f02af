import AWSConfig
import Synchronization
import Testing
@testable import Switchback

struct ChosenLoginTests {
  private let logins = [
    SSOLogin(session: "corp", startURL: "https://corp.awsapps.com/start", region: "eu-west-1"),
    SSOLogin(session: "lab", startURL: "https://lab.awsapps.com/start", region: "us-east-1"),
    SSOLogin(startURL: "https://old.awsapps.com/start", region: "us-east-1"),
  ]

  private func chosen(_ lines: String?...) throws -> (login: SSOLogin, said: String) {
    let rest = Mutex(lines)
    let said = Mutex("")
    var world = World.stub()
    world.prompter = Prompter(
      isPossible: { true },
      ask: { question, _ in
        said.withLock { $0 += question + "\n" }
        return rest.withLock { $0.isEmpty ? nil : $0.removeFirst() }
      },
      show: { text in said.withLock { $0 += text } })
    return (try chosenLogin(among: logins, world), said.withLock { $0 })
  }

  @Test func aNumberOrANameChooses() throws {
    let (login, said) = try chosen("2")
    #expect(login.session == "lab")
    #expect(
      said
        == """
        Logins to IAM Identity Center:
          1  corp  https://corp.awsapps.com/start
          2  lab  https://lab.awsapps.com/start
          3  https://old.awsapps.com/start
        Log in to (1 to 3):

        """.replacing("3):\n", with: "3): \n"))
    #expect(try chosen(" corp ").login.session == "corp")
    #expect(try chosen("4", "x", "3").login.session == nil)
  }

  @Test(arguments: ["", "  ", nil])
  func anEmptyLineOrItsEndCancels(_ line: String?) {
    #expect(throws: CommandError.cancelled) { try chosen(line) }
  }

  @Test func withoutATerminalTheLoginsAreNamed() {
    let failure = #expect(throws: CommandError.self) { try chosenLogin(among: logins, .stub()) }
    #expect(failure?.status == 2)
    #expect(
      failure?.description
        == "There are several logins. Name one of corp, lab, https://old.awsapps.com/start, or an entry."
    )
  }
}
