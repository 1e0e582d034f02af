import Testing
@testable import Picker

struct LineModeListingTests {
  @Test func theListIsNumberedAndSaysEveryStateInWords() {
    let around = LineModeDialogue.PickerContext(
      recents: ["prod", "dev"], current: "prod", sessions: ["prod": 2_520, "dev": 3_900])
    expect(
      dialogue(threeEntries, around),
      shows: """
        Switchback: 3 entries. In Production, admin.
        1  Production, admin  111111111111  Admin     eu-west-1  Current. Requires confirmation. \
        Session 42 minutes left.
        2  Development        111111111112  Admin                Previous. Session 1 hour 5 minutes left.
        3  Audit              222222222222  ReadOnly  eu-west-1  Read-only.
        Number, words to filter, ? for help: 
        """)
  }

  @Test func whatThereIsToSayComesFirst() {
    expect(
      dialogue([lineEntry("dev")], .init(notices: ["TERM is not set.", "2 lines were not used."])),
      shows: """
        TERM is not set.
        2 lines were not used.
        Switchback: 1 entry.
        1  dev  111111111111  Admin  eu-west-1
        Number, words to filter, Enter for dev, ? for help: 
        """)
  }

  @Test func columnsAreAsWideAsATerminalDrawsThem() {
    let wide = [
      lineEntry("a", "東京"), lineEntry("b", "Cafe\u{301}", account: nil, role: nil),
      lineEntry("c", "plain"),
    ]
    expect(
      dialogue(wide),
      shows: """
        Switchback: 3 entries.
        1  東京   111111111111  Admin  eu-west-1
        2  Cafe\u{301}                        eu-west-1
        3  plain  111111111111  Admin  eu-west-1
        Number, words to filter, ? for help: 
        """)
  }

  @Test func longListsComeInPagesOfTwentyAndBeginAgain() {
    let many = dialogue((1...45).map { lineEntry("e\($0)", account: nil, role: nil, region: nil) })
    let rows = (1...45).map { ($0 < 10 ? " " : "") + "\($0)  e\($0)\n" }
    let question = { (enter: String) in "Number, words to filter\(enter), ? for help: " }
    expect(
      many, typing: ["", "", ""],
      shows: "Switchback: 45 entries.\n" + rows[..<20].joined() + question(", Enter for 25 more")
        + "\n" + rows[20..<40].joined() + question(", Enter for 5 more") + "\n"
        + rows[40...].joined() + question("") + "\n" + rows[..<20].joined()
        + question(", Enter for 25 more"))
  }

  @Test func namesThatAreHostileOrTooLongOrNotThere() {
    let odd = [
      lineEntry("a", "red\u{1B}[31m\nalert\u{202E}", account: "1\u{7}2"),
      lineEntry("b", String(repeating: "x", count: 60)), lineEntry(" ", "\u{200B}"),
    ]
    expect(
      dialogue(odd), typing: ["? 3"],
      shows: """
        Switchback: 3 entries.
        1  red alert                                         12            Admin  eu-west-1
        2  \(String(repeating: "x", count: 45))...  111111111111  Admin  eu-west-1
        3  (no name)                                         111111111111  Admin  eu-west-1
        Number, words to filter, ? for help: ? 3
        3: (no name).
        Profile  , from /home/maya/.aws/config, line 12.
        Account 111111111111, role Admin, region eu-west-1.
        Role ARN: arn:aws:iam::111111111111:role/Admin
        Step 1: long-lived keys of profile base.
        Number, words to filter, ? for help: 
        """)
  }

  @Test func withoutEntriesThereIsAdviceAndTheDemo() {
    let advice = LineModeDialogue.noEntries
    let question = "Enter for the demo, q to leave: "
    expect(
      dialogue([]), typing: ["3", "?", ""],
      shows: "Switchback: 0 entries.\n\(advice)\n\(question)3\n\(question)?\n\(question)\n=> demo")
    expect(
      dialogue([]), typing: ["q"],
      shows: "Switchback: 0 entries.\n\(advice)\n\(question)q\n=> leave")
  }

  @Test(arguments: [
    (0, "less than a minute"), (59, "less than a minute"), (60, "1 minute"), (3_599, "59 minutes"),
    (3_600, "1 hour"), (7_260, "2 hours 1 minute"), (43_200, "12 hours"),
  ])
  func spansAreSpoken(seconds: Int, words: String) {
    #expect(durationInWords(seconds) == words)
  }
}
