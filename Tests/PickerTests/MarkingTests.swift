import Accounts
import Canvas
import Picker
import Testing

struct MarkingTests {
  private func count(_ keys: String, _ model: Model = model()) throws -> String {
    let line = try typing(keys, into: model).model.view(Size(rows: 24, columns: 80)).lines[0]
    return line.split(separator: " ").suffix(3).joined(separator: " ")
  }

  @Test func marksAndGoesOn() throws {
    try expect(
      model(), typing: "<tab><tab>",
      shows: """
        ✓▌ p Production, admin   111111111111   Admin                eu-central-1
        ✓▌   Development         111111111112   Admin                eu-central-1
        ▸▌   Audit               111111111113   ReadOnly             eu-central-1
        """)
    try expect(
      model(), typing: "<end><shift-tab><shift-tab>",
      shows: """
        ▸▌ p Production, admin   111111111111   Admin                eu-central-1
        ✓▌   Development         111111111112   Admin                eu-central-1
        ✓▌   Audit               111111111113   ReadOnly             eu-central-1
        """)
  }

  @Test(arguments: [
    ("<tab>", "1 marked 3"), ("<tab><up><tab>", "a region 3"), ("<alt-a>", "3 marked 3"),
    ("<alt-a><alt-a>", "a region 3"), ("pay<alt-a>", "2 marked 2/3"),
    ("pay<alt-a><esc>", "2 marked 3"), ("pay<alt-a><esc>sec<alt-a>", "3 marked 1/3"),
    ("<tab><alt-a>", "3 marked 3"), ("<tab><alt-Z><alt-Z>", "1 marked 3"),
    ("<tab><alt-s><alt-g>", "1 marked 3"), ("<tab><f2>every mark<enter>", "a region 3"),
    ("<alt-Z><tab>", "2 marked 3"), ("<alt-Z><tab><up><tab>", "a region 3"),
  ])
  func counts(keys: String, words: String) throws {
    #expect(try count(keys) == words)
  }

  @Test func ringsWhereThereIsNothingToMark() throws {
    try expect(model(), typing: "zzz<tab><alt-a>", asks: [.ring, .ring])
  }
}
