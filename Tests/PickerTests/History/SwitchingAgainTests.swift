import Accounts
import Canvas
import Picker
import Testing

struct SwitchingAgainTests {
  @Test func enterSwitchesAgainInTheRegionOfThen() throws {
    try expect(try opened(), typing: "<enter>", asks: [.assume(entry: "prod", code: nil)])
    try expect(
      try opened(), typing: "<end><enter>",
      asks: [.assume(entry: "prod", code: nil, options: sessionOptions { $0.region = "us-east-1" })]
    )
  }

  @Test func whatWasReadOnlyStaysSo() throws {
    var row = past(1, "prod", ago: 0)
    row.record.isReadOnly = true
    try expect(
      try opened([row]), typing: "<enter>",
      asks: [.assume(entry: "prod", code: nil, options: readOnly)])
  }

  @Test(arguments: [nil, "", "EU WEST", "x\u{1B}[2J", String(repeating: "a", count: 64)])
  func aRegionThatIsNoneIsTheEntrysOwn(region: String?) throws {
    let rows = [past(1, "prod", ago: 0, region: region)]
    try expect(try opened(rows), typing: "<enter>", asks: [.assume(entry: "prod", code: nil)])
  }

  @Test func asksWhatTheListAsks() throws {
    let careful = model([entry("prod", confirm: true)])
    let asked = try expect(
      try opened(over: careful), typing: "<enter>",
      shows:
        "            │ Type prod to confirm.                                                    │")
    try expect(asked, typing: "prod<enter>", asks: [.assume(entry: "prod", code: nil)])
    try expect(
      try opened(), typing: "<alt-r>", asks: [.assume(entry: "prod", code: nil, options: readOnly)])
    let options = try typing("<end><ctrl-o>", into: opened()).model
    #expect(options.words(Size(rows: 24, columns: 80)).contains("Region us-east-1"))
  }

  @Test func escFromACallLeadsBackToTheHistory() throws {
    let calling = try typing("dev<enter>", into: opened()).model
    try expect(
      calling, typing: "<esc>",
      shows:
        " ❯ dev                                                                                 1/5 switches",
      asks: [.cancelCall])
    var failed = calling
    _ = failed.update(.failed(entry: "dev", "AWS refused."))
    try expect(
      failed, typing: "<esc>",
      shows:
        " ❯ dev                                                                                 1/5 switches"
    )
  }

  @Test func ringsWhereTheEntryIsGone() throws {
    try expect(try opened(), typing: "crm<enter><alt-r><ctrl-o>", asks: [.ring, .ring, .ring])
  }

  @Test func aTypedRoleIsAssumedFromAnEntryThatIsAskedFor() throws {
    let asked = try expect(
      try opened(over: typing("xyz", into: model()).model), typing: "'Auditor<enter>",
      shows: " Assume Auditor in 333333333333 from which entry?")
    try expect(
      asked, typing: "dev<enter>", asks: [.assumeRole(reference: auditor, source: "dev", code: nil)]
    )
  }

  @Test func theMouseSelectsAndSwitches() throws {
    var clicked = try opened()
    _ = clicked.update(.resized(small))
    #expect(clicked.update(.clicked(Point(row: 2, column: 5))) == [])
    #expect(clicked.view(small).lines[2].hasPrefix("▸▌ 03:13"))
    #expect(clicked.update(.scrolled(lines: 1)) == [])
    #expect(clicked.view(small).lines[3].hasPrefix("▸"))
    #expect(
      clicked.update(.doubleClicked(Point(row: 2, column: 5))) == [.assume(entry: "dev", code: nil)]
    )
    #expect(clicked.update(.clicked(Point(row: 9, column: 5))) == [])
    #expect(clicked.view(small).lines[2].hasPrefix("▸"))
  }
}
