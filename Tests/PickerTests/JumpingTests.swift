import Accounts
import Canvas
import Picker
import Testing

struct JumpingTests {
  @Test(arguments: [
    ("<alt-1>", "dev"), ("<alt-2>", "audit"), ("<alt-p>", "prod"), ("zzz<alt-1>", "dev"),
    ("dev<alt-p>", "prod"),
  ])
  func switchesAtOnce(keys: String, name: String) throws {
    let recent = model(recents: ["dev", "gone", "audit"])
    try expect(recent, typing: keys, asks: [.assume(entry: name, code: nil)])
  }

  @Test(arguments: [
    ("<alt-3>", [Effect.ring]), ("<alt-->", [.assume(entry: "dev", code: nil)]), ("<alt-x>", []),
  ])
  func ringsWhereThereIsNowhereToGo(keys: String, effects: [Effect]) throws {
    try expect(model(recents: ["dev", "audit"]), typing: keys, asks: effects)
  }

  @Test func goesBackToTheEntryBeforeTheCurrentOne() throws {
    let inside = model(recents: ["dev", "audit", "dev"], current: "dev")
    try expect(inside, typing: "<alt-->", asks: [.assume(entry: "audit", code: nil)])
    try expect(model(), typing: "<alt-->", asks: [.ring])
  }

  @Test func recentEntriesComeFirstWithTheirDigits() throws {
    try expect(
      model(recents: ["audit", "prod"]), typing: "",
      shows: """
         ▾ recent ────────────────────────────────────────────────────────────────────────────────────────
        ▸▌ 1 Audit               111111111113   ReadOnly             eu-central-1
         ▌ p Production, admin   111111111111   Admin                eu-central-1
         ▾ payments ──────────────────────────────────────────────────────────────────────────────────────
         ▌   Development         111111111112   Admin                eu-central-1
         Enter switch   Esc quit   F1 help   F2 actions   Ctrl-O options   Alt-1…9 recent   Alt-- previous
        """)
  }

  @Test(arguments: [
    (Sorting.recent, ["Audit", "Production, admin", "Development"]),
    (.name, ["Audit", "Development", "Production, admin"]),
    (.file, ["Production, admin", "Development", "Audit"]),
  ])
  func sorts(by sort: Sorting, names: [String]) {
    let flat = three.map { entry($0.name, $0.label.displayName) }
    let lines = model(flat, recents: ["audit"], sort: sort).view(Size(rows: 24, columns: 100)).lines
    let rows = lines.filter { $0.contains("▌") }
    #expect(rows.count == 3 && zip(rows, names).allSatisfy { $0.contains($1) })
  }

  @Test func anEntrysOwnKeyGoesBeforeTheBuiltInOne() throws {
    let own = model(
      [entry("a"), entry("b", shortcut: "b"), entry("c", shortcut: "1")], recents: ["a"])
    try expect(own, typing: "<alt-b>", asks: [.assume(entry: "b", code: nil)])
    try expect(own, typing: "<alt-1>", asks: [.assume(entry: "c", code: nil)])
  }
}
