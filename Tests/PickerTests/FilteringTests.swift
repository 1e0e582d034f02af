import Accounts
import Canvas
import Picker
import Testing

struct FilteringTests {
  @Test func showsEveryEntryAtFirst() throws {
    try expect(
      model(), typing: "",
      shows: """
         ❯  find an account, a role, a region                                                     3 entries
             Name                State    Account        Role       Session   Region
         ▿ payments  2
        ▸▌ p Production, admin            111111111111   Admin                eu-central-1
         ▌   Development                  111111111112   Admin                eu-central-1
         ▿ security  1
         ▌   Audit                        111111111113   ReadOnly             eu-central-1
        """)
  }

  @Test(arguments: [
    ("prod", ["Production, admin"]), ("payments dev", ["Development"]), ("PAYMENTS dev", []),
    ("dev pay", ["Development"]),
    ("readonly", ["Audit"]), ("11112", ["Development"]), ("dvl", ["Development"]),
    ("admin", ["Production, admin", "Development"]), ("^prod !dev", ["Production, admin"]),
    ("eu-central 1111", ["Production, admin", "Development", "Audit"]), ("prod audit", []),
  ])
  func findsWordsInAnyFieldAndOrder(query: String, names: [String]) throws {
    let screen = try typing(query, into: model()).model.view(Size(rows: 24, columns: 100))
    let all = ["Production, admin", "Development", "Audit"]
    #expect(all.filter { name in screen.lines.contains { $0.contains(name) } } == names)
    #expect(screen.lines[0].hasSuffix(" \(names.count)/3"))
  }

  @Test func saysThatNothingMatchesAndEscClears() throws {
    let nothing = try expect(
      model(), typing: "zzz", shows: " ❯ zzz\n   Nothing matches. Esc clears the query.")
    try expect(
      nothing, typing: "<esc>",
      shows: " ❯  find an account, a role, a region\n ▌   Audit                        "
        + "111111111113   ReadOnly             eu-central-1")
    try expect(
      nothing, typing: "<enter>", shows: " Nothing matches; Esc clears the query", asks: [.ring])
  }

  @Test func selectsTheBestMatchWhateverWasSelected() throws {
    let after = try typing("<down>a", into: model()).model
    try expect(after, typing: "<enter>", asks: [.assume(entry: "audit", code: nil)])
    try expect(after, typing: "dm<enter>", asks: [.assume(entry: "prod", code: nil)])
    try expect(after, typing: "<ctrl-u><enter>", asks: [.assume(entry: "audit", code: nil)])
  }

  @Test func theCursorGoesHomeWhereNothingWasFound() throws {
    let lost = try typing("<down>zzz", into: model()).model
    try expect(lost, typing: "<esc><enter>", asks: [.assume(entry: "dev", code: nil)])
  }

  @Test func highlightsWhatWasFound() throws {
    let frame = try typing("vel", into: model(sort: .name)).model.view(Size(rows: 12, columns: 60))
    let row = try #require(frame.lines.firstIndex { $0.contains("Development") })
    let found = (0..<60).filter {
      frame[Point(row: row, column: $0)]?.style.attributes.contains(.underline) == true
    }
    let letters = found.compactMap { frame[Point(row: row, column: $0)]?.text }
    #expect(letters == ["v", "e", "l"])
  }

  @Test func takesAQueryFromTheStart() throws {
    let filtered = Model(entries: three, query: "audit", now: 0)
    try expect(filtered, typing: "<enter>", asks: [.assume(entry: "audit", code: nil)])
  }

  @Test func takesPastedTextAsText() throws {
    var pasted = model()
    #expect(pasted.update(.pasted("deve\r\nlop\u{1B}[A\u{3}")) == [])
    try expect(pasted, typing: "", shows: " ❯ deve lop")
  }

  @Test func aLoneAccentThatFindsNothingSaysHowToMakeAltWork() throws {
    try expect(
      model(), typing: "ê",
      shows: " If that was Alt-j: set metaSendsEscape in xterm, or Option as Meta on a Mac")
    let accented = model([entry("rêve")])
    #expect(!(try typing("ê", into: accented).model.words(small)).contains("Alt-j"))
    #expect(!(try typing("zz", into: model()).model.words(small)).contains("Alt-"))
  }
}
