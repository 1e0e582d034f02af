import Accounts
import Picker
import Testing
@testable import Switchback

struct PlainChoosingTests {
  private let visited = dialogue(
    threeEntries, .init(recents: ["gone", "dev", "audit", "prod"], current: "dev"))

  @Test(arguments: [
    ("2", "Development, account 111111111112, role Admin", "dev"),
    (" 2 ", "Development, account 111111111112, role Admin", "dev"),
    ("2 r", "Development, account 111111111112, role Admin, read-only", "dev, read-only"),
    ("2 read-only", "Development, account 111111111112, role Admin, read-only", "dev, read-only"),
    (
      "3", "Audit, account 222222222222, role ReadOnly, region eu-west-1, read-only",
      "audit, read-only"
    ),
    (
      "-", "Audit, account 222222222222, role ReadOnly, region eu-west-1, read-only",
      "audit, read-only"
    ),
    ("-1", "Development, account 111111111112, role Admin", "dev"),
    ("-1 ro", "Development, account 111111111112, role Admin, read-only", "dev, read-only"),
    ("-3", "Production, admin, account 111111111111, role Admin, region eu-west-1", "prod"),
  ])
  func switcher(line: String, whom: String, picked: String) {
    expectAnswers(
      visited, typing: line,
      shows: "Switching to \(whom). Ctrl-C cancels.\n=> \(picked)")
  }

  @Test(arguments: [
    ("0", "There is no entry 0: the numbers go from 1 to 3."),
    ("44444", "There is no entry 44444: the numbers go from 1 to 3."),
    ("4 r", "There is no entry 4: the numbers go from 1 to 3."),
    ("? 9", "There is no entry 9: the numbers go from 1 to 3."),
    ("-4", "There are only 3 recent entries; -- lists them."),
    ("-0", "There are only 3 recent entries; -- lists them."),
    ("-99999999999999999999", "Nothing matches -99999999999999999999."),
    ("? prod", "Nothing matches ? prod."),
  ])
  func aLineThatNamesNoEntry(line: String, why: String) {
    var dialogue = visited
    _ = dialogue.begin("", now: 0)
    #expect(dialogue.answer(line, now: 0).text == why + "\n")
  }

  @Test(arguments: [
    ("-", "There is no previous entry yet."), ("-1", "There are no recent entries yet."),
    ("--", "There are no recent entries yet."), ("? -", "There is no previous entry yet."),
  ])
  func withoutAHistory(line: String, why: String) {
    expectAnswers(
      dialogue(), typing: line, shows: "\(why)\nNumber, words to filter, ? for help: ")
  }

  @Test func recentEntriesAreListedUnderTheirOwnNumbers() {
    expectAnswers(
      visited, typing: "--",
      shows: """
        Recent entries, the newest first:
        2  Development        111111111112  Admin                Current.
        3  Audit              222222222222  ReadOnly  eu-west-1  Previous. Read-only.
        1  Production, admin  111111111111  Admin     eu-west-1  Requires confirmation.
        Number, words to filter, ? for help: 
        """)
  }

  @Test(arguments: ["q", nil])
  func leaving(line: String?) {
    expectAnswers(dialogue(), typing: line, shows: "=> leave")
  }

  @Test func aFailedSwitchIsReportedAndAskedAgain() {
    var dialogue = dialogue()
    _ = dialogue.begin("", now: 0)
    let refused = dialogue.failed("dev: AWS refuses.\u{1B}[2J")
    #expect(refused.text == "Could not switch. dev: AWS refuses.\n")
    #expect(refused.next == .ask("Number, words to filter, ? for help: "))
    #expect(dialogue.failed("").text == "Nothing was done.\n")
  }

  private let arn = "arn:aws:iam::444444444444:role/ops/Deployer"

  @Test func aRoleIsAssumedFromAnEntryThatIsChosenThen() {
    expectAnswers(
      dialogue(), typing: arn, "dev", "2 r",
      shows: """
        That is the role Deployer in 444444444444. An entry's keys assume it; / forgets it.
        Number of the entry to assume it from, words to filter, Enter for the list, ? for help: 
        1 of 3 entries matches dev:
        2  Development  111111111112  Admin
        Number of the entry to assume it from, words to filter, Enter for Development, ? for help: 
        Assuming Deployer in 444444444444 from Development, read-only. Ctrl-C cancels.
        => \(arn) from dev, read-only
        """)
  }

  @Test func aRoleIsForgottenWithTheFilter() {
    var dialogue = dialogue()
    #expect(dialogue.begin(arn, now: 0).text.contains("Deployer in 444444444444"))
    _ = dialogue.answer("/", now: 0)
    #expect(dialogue.role == nil)
    guard case .startSwitch(let picked) = dialogue.answer("2", now: 0).next else {
      return #expect(Bool(false), "nobody is become")
    }
    #expect(picked == PickedEntry(name: "dev", source: nil, choice: SessionOptions()))
  }

  @Test func aFaultyRoleIsExplained() {
    var dialogue = dialogue()
    let reply = dialogue.begin("arn:aws:iam::44:role/Deployer", now: 0)
    #expect(reply.text.contains("44") && dialogue.role == nil)
    #expect(reply.next == .ask("Number, words to filter, Enter for the list, ? for help: "))
  }
}
