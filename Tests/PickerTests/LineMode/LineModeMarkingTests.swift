import Testing
@testable import Picker

/// Marks in the line-by-line picker.
struct LineModeMarkingTests {
  private let question =
    "Number, words to filter, Enter for a command to run as 2 marked, ? for help: "

  @Test func enterAsksForACommandToRunAsThem() {
    expectAnswers(
      dialogue(), typing: "* 1 3", "", "aws s3 ls",
      shows: """
        2 entries marked: Production, admin, Audit.
        \(question)
        2 entries marked: Production, admin, Audit.
        Command to run as each of them: 
        => run aws s3 ls as prod, audit
        """)
  }

  @Test func theLastCommandIsOffered() {
    let last = dialogue(threeEntries, .init(lastCommand: "id"))
    expectAnswers(
      last, typing: "* 1-2", "", "",
      shows: """
        2 entries marked: Production, admin, Development.
        \(question)
        2 entries marked: Production, admin, Development.
        Command to run as each of them, Enter for `id`: 
        => run id as prod, dev
        """)
  }

  @Test func noSingleEntryIsTakenWhileOthersAreMarked() {
    for line in ["2", "2 r", "-", "-1"] {
      expectAnswers(
        dialogue(threeEntries, .init(recents: ["dev"])), typing: "* 1 3", line,
        shows: """
          2 entries marked: Production, admin, Audit.
          \(question)
          2 entries marked: Production, admin, Audit. Enter runs a command as each of them; ** removes the marks.
          \(question)
          """)
    }
  }

  @Test(arguments: [
    ("** ", "No entry is marked any more."), ("* 1 3", "No entry is marked any more."),
  ])
  func marksAreTakenAway(line: String, words: String) {
    var dialogue = dialogue()
    _ = dialogue.begin("", now: 0)
    _ = dialogue.answer("* 1 3", now: 0)
    #expect(dialogue.answer(line, now: 0).text == words + "\n")
    #expect(dialogue.answer("2", now: 0).text.hasPrefix("Switching to Development"))
  }

  @Test func whatIsNoNumberOfAnEntryIsSaid() {
    expectAnswers(
      dialogue(), typing: "* 9",
      shows: """
        There is no entry 9: the numbers go from 1 to 3.
        Number, words to filter, ? for help: 
        """)
  }
}
