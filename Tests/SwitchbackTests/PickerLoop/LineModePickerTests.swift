import Accounts
import Credentials
import Foundation
import Picker
import Synchronization
import Terminal
import Testing
@testable import Switchback

struct LineModePickerTests {
  private final class User: Sendable {
    private let lines: Mutex<[String?]>
    private let output = Mutex("")

    init(_ lines: [String?]) { self.lines = Mutex(lines) }

    var transcript: String { output.withLock(\.self) }

    func show(_ text: String) { output.withLock { $0 += text } }

    func answer(_ question: String) throws -> String? {
      let line = lines.withLock { $0.isEmpty ? nil : $0.removeFirst() }
      show(question + (line ?? "^D") + "\n")
      return line
    }
  }

  private static let config = """
    [profile alpha]
    aws_access_key_id = AKIA
    aws_secret_access_key = s

    [profile beta]
    aws_access_key_id = AKIA
    aws_secret_access_key = s
    display_name = Beta account

    [profile lost]
    role_arn = arn:aws:iam::111111111111:role/Admin
    source_profile = missing
    """

  private func picked(
    _ query: String = "", typing lines: String?..., request: SwitchRequest = SwitchRequest(),
    settings: String = ""
  ) async throws -> (ending: PickerLoop.Outcome, transcript: String) {
    let user = User(lines)
    var world = World.stub(files: [
      "/home/maya/.aws/config": Self.config,
      "/home/maya/.config/switchback/config.yaml": settings,
    ])
    world.prompter = Prompter(
      isPossible: { false }, ask: { question, _ in try user.answer(question) },
      show: { user.show($0) })
    let picking = LineModePicker(Configuration.read(in: world), request, world)
    let ending = try await picking.run(query: query, notices: ["A notice."])
    return (ending, user.transcript)
  }

  @Test func aQueryMayAskForStatesAndIsSaidToNameNoField() async throws {
    let text = try await picked(
      typing: "acount:1", "is:broken", "arn:aws:iam::999988887777:user/x", "q"
    ).transcript
    let complaint = "There is no field 'acount'; did you mean 'account:'?"
    #expect(text.contains("Nothing matches acount:1.\n\(complaint)\n"), "\(text)")
    #expect(text.contains("1 of 3 entries matches is:broken:\n"), "\(text)")
    #expect(text.contains("No entry has the account 999988887777.\n"), "\(text)")
  }

  @Test func aNumberSwitches() async throws {
    let (ending, transcript) = try await picked(typing: "2")
    guard case .sessionReady(let activeSession) = ending else { throw CommandError.cancelled }
    #expect(activeSession.entry.name == "beta" && !activeSession.plan.isReadOnly)
    #expect(
      transcript == """
        A notice.
        Switchback: 3 entries.
        1  alpha
        2  Beta account
        3  lost          111111111111  Admin  Broken.
        Number, words to filter, ? for help: 2
        Switching to Beta account. Ctrl-C cancels.

        """)
  }

  @Test func aNameIsTypedWhereTheEntryWantsIt() async throws {
    let settings = "rules: [{match: beta, confirm: true}]"
    let (ending, transcript) = try await picked(
      typing: "2", "wrong", "2", nil, "2", "beta", settings: settings)
    guard case .sessionReady = ending else { throw CommandError.cancelled }
    let question = "Number, words to filter, ? for help: 2\nSwitching to Beta account. "
    let asked = question + "Ctrl-C cancels.\nType beta to confirm: "
    #expect(
      transcript.hasSuffix(
        asked + "wrong\nCould not switch. That doesn't match beta. Nothing was done.\n" + asked
          + "^D\nNothing was done.\n" + asked + "beta\n"))
  }

  @Test func whatCannotBeSaysWhyAndAsksAgain() async throws {
    let (ending, transcript) = try await picked(typing: "3", "? 3", "q")
    guard case .left(.cancelled) = ending else { throw CommandError.cancelled }
    #expect(transcript.contains("Could not switch. "))
    #expect(transcript.contains("It cannot be switched to: "))
    #expect(transcript.matches(of: /missing/).count >= 2)
  }

  @Test func readOnlyGoesWithTheOrderAndWithTheFlag() async throws {
    var request = SwitchRequest()
    request.options.isReadOnly = true
    let (_, transcript) = try await picked(typing: "q", request: request)
    #expect(transcript.contains("1  alpha                              Read-only.\n"))
  }

  @Test func aQueryThatMatchesNothingIsCorrectedThere() async throws {
    let (ending, transcript) = try await picked("zzz", typing: "2")
    guard case .sessionReady(let activeSession) = ending else { throw CommandError.cancelled }
    #expect(activeSession.entry.name == "beta")
    #expect(transcript.contains("Nothing matches zzz.\n"))
  }

  @Test func withoutATerminalItSaysWhatToDoInstead() async throws {
    var world = World.stub(files: ["/home/maya/.aws/config": Self.config])
    world.prompter.ask = { question, _ in
      throw TerminalError.cannotAsk(question, reason: "gone")
    }
    let picking = LineModePicker(Configuration.read(in: world), SwitchRequest(), world)
    let problem = await #expect(throws: TerminalError.self) {
      try await picking.run(query: "", notices: [])
    }
    #expect(problem == .noTerminal(reason: "gone"))
    let failure = await #expect(throws: CommandError.self) {
      try await picking.run(query: "zzz", notices: [])
    }
    #expect(failure == .nothingMatches("zzz") && failure?.status == 1)
    #expect("\(CommandError(TerminalError.noTerminal(reason: "gone")))".contains("list --filter"))
  }

  @Test(arguments: [
    ([:], true), (["SWITCHBACK_ACCESSIBLE": "1"], false), (["SWITCHBACK_ACCESSIBLE": "0"], true),
    (["SWITCHBACK_ACCESSIBLE": ""], true), (["TERM": "dumb"], false), (["TERM": ""], false),
  ])
  func progressIsShownWhereALineCanBeWrittenOver(change: [String: String], isShown: Bool) {
    var world = World.stub(environment: ["TERM": "xterm"].merging(change) { $1 })
    #expect(!world.showsProgress)
    world.prompter.isPossible = { true }
    #expect(world.showsProgress == isShown)
  }
}
