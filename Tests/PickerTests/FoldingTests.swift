import Canvas
import Picker
import Testing

struct FoldingTests {
  private let folded = """
     ▹ payments  2
     ▿ security  1
    """

  @Test(arguments: ["<left>", "<down><left>", "<alt-z>", "x<backspace><left>", "<left><left>"])
  func foldsWhereThereIsNoQuery(keys: String) throws {
    try expect(model(), typing: keys, shows: folded)
  }

  @Test(arguments: ["<right>", "<enter>", "<alt-z>", "<left><right>", "<alt-j>a"])
  func unfolds(keys: String) throws {
    #expect(try typing("<left>" + keys, into: model()).model == model())
  }

  @Test func movesTheCursorWhereThereIsAQuery() throws {
    try expect(
      model(), typing: "pod<left><left>r<enter>", asks: [.assume(entry: "prod", code: nil)])
  }

  @Test(arguments: [
    ("<alt-s>", "sorted by name"), ("<alt-s><alt-s>", "sorted as in the files"),
    ("<alt-s><alt-s><alt-s>", "sorted by recent use"), ("<alt-g>", "grouped by account"),
    ("<alt-g><alt-g>", "grouped by SSO session"),
    ("<alt-g><alt-g><alt-g>", "grouped by the first word of the name"),
    ("<alt-g><alt-g><alt-g><alt-g>", "not grouped"),
    ("<alt-g><alt-g><alt-g><alt-g><alt-g>", "grouped as set in the files"),
  ])
  func whatHasChangedIsSaid(keys: String, words: String) throws {
    try expect(model(), typing: keys, shows: " " + words)
  }

  @Test func groupsByWhatIsChosen() throws {
    let entries = [
      entry("acme-dev", account: "1"), entry("acme-prod", account: "2"),
      entry("pine-dev", account: "1"), entry("lone", account: "2"),
    ]
    try expect(
      model(entries), typing: "<alt-g>",
      shows: " ▿ 1  2\n ▿ 2  2", size: Size(rows: 24, columns: 60))
    let byName = try typing("<alt-g><alt-g><alt-g>", into: model(entries)).model
    let lines = byName.view(Size(rows: 24, columns: 60)).lines
    #expect(lines.contains { $0.hasPrefix(" ▿ acme  2") })
    #expect(lines.contains { $0.hasPrefix(" ▿ ungrouped  2") })
  }

  @Test func theHeadingOfAnAccountSaysWhatItsEntriesAreCalled() throws {
    let entries =
      ["Admin", "AuditRead", "Audit"].map { entry("acme-prod.\($0)", account: "111111111111") }
      + ["Admin", "Audit"].map { entry("Acme staging, \($0)", account: "222222222222") }
      + [entry("lone", account: "333333333333")]
      + ["one", "two"].map { entry($0, account: "444444444444") }
    try expect(
      model(entries), typing: "<alt-g>",
      shows: """
         ▿ 111111111111  acme-prod  3
         ▿ 222222222222  Acme staging  2
         ▿ 333333333333  1
         ▿ 444444444444  2
        """)
  }
}
