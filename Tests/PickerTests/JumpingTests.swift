import Accounts
import Canvas
import Picker
import Testing

struct JumpingTests {
  @Test(arguments: [
    ("<alt-1>", "dev"), ("<alt-2>", "audit"), ("<ctrl-g>p", "prod"), ("zzz<alt-1>", "dev"),
    ("dev<alt-j>p", "prod"), ("<ctrl-g>2", "audit"), ("dev<ctrl-g>2", "audit"),
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
         ▿ recent  2
        ▸▌ 1 Audit                        111111111113   ReadOnly             eu-central-1
         ▌ p Production, admin            111111111111   Admin                eu-central-1
         ▿ payments  1
         ▌   Development                  111111111112   Admin                eu-central-1
         Enter switch   Esc quit   ? help   F2 actions   Ctrl-O options   Alt-1…9 recent   Alt-- previous
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

  @Test func aShortcutNeverTakesTheKeyOfAnAction() throws {
    let keys = "abcdefghijklmnopqrstuvwxyzXZ123456789-"
    let own = model(keys.map { entry("own-\($0)", shortcut: $0) } + [entry("recent")])
    for key in keys {
      try expect(own, typing: "<ctrl-g>\(key)", asks: [.assume(entry: "own-\(key)", code: nil)])
      let effects = try typing("x<alt-\(key)>", into: own).effects
      #expect(effects.allSatisfy { $0 != .assume(entry: "own-\(key)", code: nil) })
    }
  }

  @Test func aDigitThatIsAShortcutLeadsToItsEntryAndWithAltToTheRecentOne() throws {
    let own = model([entry("a"), entry("b", shortcut: "1")], recents: ["a"])
    try expect(own, typing: "<ctrl-g>1", asks: [.assume(entry: "b", code: nil)])
    try expect(own, typing: "<alt-1>", asks: [.assume(entry: "a", code: nil)])
  }

  @Test func withAnActiveEntryThePreviousOneIsSelected() throws {
    let inside = model(recents: ["dev", "audit", "prod"], current: "dev")
    try expect(inside, typing: "<enter>", asks: [.assume(entry: "audit", code: nil)])
    let outside = model(recents: ["dev", "audit"])
    try expect(outside, typing: "<enter>", asks: [.assume(entry: "dev", code: nil)])
    try expect(model(current: "dev"), typing: "<enter>", asks: [.assume(entry: "prod", code: nil)])
  }
}
