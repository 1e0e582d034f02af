import Picker
import Testing

struct PlainFilteringTests {
  @Test func aFilteredListKeepsItsNumbersAndTheRanksOrder() {
    expectAnswers(
      dialogue(), typing: "de",
      shows: """
        1 of 3 entries matches de:
        2  Development  111111111112  Admin
        Number, words to filter, Enter for Development, ? for help: 
        """)
    expectAnswers(
      dialogue(), typing: "ad", "d",
      shows: """
        1 of 3 entries matches ad:
        1  Production, admin  111111111111  Admin  eu-west-1  Requires confirmation.
        Number, words to filter, Enter for Production, admin, ? for help: 
        3 of 3 entries match d:
        2  Development        111111111112  Admin
        3  Audit              222222222222  ReadOnly  eu-west-1  Read-only.
        1  Production, admin  111111111111  Admin     eu-west-1  Requires confirmation.
        Number, words to filter, ? for help: 
        """)
  }

  @Test(arguments: ["1", "3", "1 r", "3 read-only"])
  func aNumberThatIsNotInTheListIsRefused(line: String) {
    var dialogue = dialogue()
    _ = dialogue.begin("de", now: 0)
    let refused = dialogue.answer(line, now: 0)
    #expect(refused.text.contains("Entry \(line.prefix(1)) is not in the list that was shown last"))
    #expect(refused.next == .ask(dialogue.question))
    // By its words, and once all are listed, it is taken.
    #expect(dialogue.answer("? " + line.prefix(1), now: 0).text.contains("\(line.prefix(1)):"))
    _ = dialogue.answer("/", now: 0)
    guard case .startSwitch = dialogue.answer(line, now: 0).next else {
      Issue.record("not taken")
      return
    }
  }

  @Test func enterTakesTheOnlyOneThatIsLeft() {
    expectAnswers(
      dialogue(), typing: "de", "",
      shows: """
        1 of 3 entries matches de:
        2  Development  111111111112  Admin
        Number, words to filter, Enter for Development, ? for help: 
        Switching to Development, account 111111111112, role Admin. Ctrl-C cancels.
        => dev
        """)
  }

  @Test func enterSelectsNothingWithoutAMatch() {
    expectAnswers(
      dialogue(), typing: "de", "zzz\u{1B}[A", "",
      shows: """
        1 of 3 entries matches de:
        2  Development  111111111112  Admin
        Number, words to filter, Enter for Development, ? for help: 
        Nothing matches zzz.
        Number, words to filter, Enter for the list, ? for help: 
        1  Production, admin  111111111111  Admin     eu-west-1  Requires confirmation.
        2  Development        111111111112  Admin
        3  Audit              222222222222  ReadOnly  eu-west-1  Read-only.
        Number, words to filter, ? for help: 
        """)
  }

  @Test func aSlashGivesAllAgain() {
    expectAnswers(
      dialogue(), typing: "de", "/",
      shows: """
        1 of 3 entries matches de:
        2  Development  111111111112  Admin
        Number, words to filter, Enter for Development, ? for help: 
        All 3 entries:
        1  Production, admin  111111111111  Admin     eu-west-1  Requires confirmation.
        2  Development        111111111112  Admin
        3  Audit              222222222222  ReadOnly  eu-west-1  Read-only.
        Number, words to filter, ? for help: 
        """)
  }

  @Test(arguments: ["222", "/2222", "/ 222 "])
  func aNumberThatNoEntryHasIsWords(line: String) {
    let words = line.filter(\.isNumber)
    expectAnswers(
      dialogue(), typing: line,
      shows: """
        1 of 3 entries matches \(words):
        3  Audit  222222222222  ReadOnly  eu-west-1  Read-only.
        Number, words to filter, Enter for Audit, ? for help: 
        """)
  }

  @Test func aQueryFromTheCommandLine() {
    expect(
      dialogue(), from: "dev",
      shows: """
        Switchback: 3 entries.
        1 of 3 entries matches dev:
        2  Development  111111111112  Admin
        Number, words to filter, Enter for Development, ? for help: 
        """)
  }
}
