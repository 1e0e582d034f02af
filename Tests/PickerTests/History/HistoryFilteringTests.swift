import Accounts
import Canvas
import Picker
import Testing

struct HistoryFilteringTests {
  /// The display names from the top, on a screen without room for anything else.
  private func found(_ query: String, in rows: [HistoryRow]) throws -> [String] {
    let frame = try typing(query, into: opened(rows)).model.view(Size(rows: 24, columns: 29))
    return frame.lines.dropFirst(2).dropLast().filter { !$0.isEmpty }.map { line in
      line.dropFirst(3).split(separator: "  ").first.map(String.init) ?? ""
    }
  }

  @Test(arguments: [
    ("prod", 2), ("crm", 1), ("2222 each", 1), ("today", 2), ("yesterday", 1), ("2023-11-14", 2),
    ("22:13", 1), ("2213", 0), ("'us-east", 2), ("!'shell", 3), ("'Auditor", 1), ("how:exec", 1),
    ("date:2023-08", 1),
    ("id:3333", 1), ("role:admin", 4), ("region:us", 2), ("name:dev", 1), ("'admin 'exec", 1),
    ("nothing", 0),
  ])
  func findsAnyField(query: String, count: Int) throws {
    let line = try typing(query, into: opened()).model.view(Size(rows: 24, columns: 80)).lines[0]
    #expect(line.hasSuffix(" \(count)/5 switches"), "\(line)")
  }

  @Test func theBestComesFirstAndOfEqualOnesTheNewest() throws {
    let rows = [
      past(6, "a", "pay role dev", ago: 0), past(5, "b", "production of much", ago: 1),
      past(4, "c", "prod", ago: 2), past(3, "b", "production", ago: 3),
    ]
    #expect(
      try found("prod", in: rows) == ["production of much", "prod", "production", "pay role dev"])
  }

  @Test func marksWhatWasFoundAndNothingElse() throws {
    let frame = try typing("prod 22:13", into: opened()).model.view(Size(rows: 24, columns: 80))
    let row = try #require(frame.lines.firstIndex { $0.hasPrefix("▸") })
    let found = (0..<80).filter {
      frame[Point(row: row, column: $0)]?.style.attributes.contains(.underline) == true
    }
    #expect(found.map { frame[Point(row: row, column: $0)]?.text ?? "" }.joined() == "22:13Prod")
  }

  @Test func clearingTheQueryKeepsTheCursorOnItsSwitch() throws {
    try expect(
      try opened(), typing: "crm<ctrl-u>",
      shows: "▸  yesterday 17:13   Old CRM  gone            222222222222",
      size: Size(rows: 10, columns: 60))
  }

  @Test func saysSoWhereNothingMatches() throws {
    try expect(
      try opened(), typing: "zzz<enter>",
      shows: """
         ❯ zzz                                                            0/5 switches
           Nothing matches. Esc clears the query.
         Esc clear   F1 help   F2 actions
        """, asks: [.ring], size: Size(rows: 24, columns: 79))
  }

  @Test func tenThousandAreNarrowedAsTheyAreFoundAnew() throws {
    let rows = (0..<10_000).map {
      past(Int64(20_000 - $0), "entry-\($0 % 50)", ago: $0 * 600, how: $0 % 3 == 0 ? .exec : .shell)
    }
    let opened = try opened(rows)
    let narrowed = try typing("entry-7 exec", into: opened).model.view(small)
    var pasted = opened
    _ = pasted.update(.pasted("entry-7 exec"))
    #expect(narrowed == pasted.view(small))
    #expect(try typing("'entry-7 'exec", into: opened).model.words(small).contains("67/10000"))
    let last = try typing("<end>", into: opened).model.view(small).lines
    #expect(last.contains("▸  2023-09-06  entry-49  gone          ▐"), "\(last)")
  }
}
