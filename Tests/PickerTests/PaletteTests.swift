import Accounts
import Canvas
import Picker
import Testing

struct PaletteTests {
  private let box = Size(rows: 24, columns: 80)

  @Test func listsWhatMakesSenseHereWithItsKeys() throws {
    let words = try typing("<f2>", into: model()).model.words(Size(rows: 60, columns: 100))
    for action in [
      "▸ switch; with marks: run a command as each Enter",
      "sort by recent use, by name, or as in the files Alt-s", "mark or unmark, then down Tab",
    ] {
      #expect(words.contains(action))
    }
    // Motions, editing and unavailable actions are absent: nothing is marked, and there is no
    // previous entry.
    for absent in ["half a page up", "delete all before", "remove all marks", "previous entry"] {
      #expect(!words.contains(absent))
    }
  }

  @Test func findsByWhatAnActionDoesOrByItsName() throws {
    try expect(
      model(), typing: "<f2>cop arn",
      shows: """
          │❯ cop arn                                                                 │
          │▸ copy the role ARN                                                 Alt-y │
        """, size: box)
    try expect(
      model(), typing: "<f2>'fold-all",
      shows: """
          │▸ fold or unfold all groups                                         Alt-Z │
        """, size: box)
    try expect(
      model(), typing: "<f2>zzz<enter>",
      shows: """
          │  Nothing matches.                                                        │
        """, asks: [.ring], size: box)
  }

  @Test(arguments: [
    ("<f2>'read-only<enter>", [Effect.assume(entry: "prod", code: nil, options: readOnly)]),
    ("dev<f2>'accept<enter>", [.assume(entry: "dev", code: nil)]),
    ("<f2>'redraw<enter>", [.redraw]), ("<f2>'quit, from<enter>", [.leave(.cancelled)]),
    ("<f2><ctrl-c>", [.leave(.cancelled)]),
    ("<down><f2>zzz<ctrl-u>'accept<enter>", [.assume(entry: "dev", code: nil)]),
  ])
  func doesWhatIsChosen(keys: String, effects: [Effect]) throws {
    try expect(model(), typing: keys, asks: effects)
  }

  @Test func movesAndCloses() throws {
    let moved = try typing("<f2>fold group<down>", into: model()).model.words(box)
    #expect(moved.contains("▸ fold or unfold all groups"))
    for close in [
      "<f2><esc>", "<f2>fold<esc>", "<f2><f1><esc><esc>", "<f2>fold<f2>",
      "<f2><f1><f2><f2>",
    ] {
      #expect(try typing("dev" + close, into: model()).model == typing("dev", into: model()).model)
    }
  }

  @Test func giveWayToWhatIsChosenOnTheHelpAndOnAFailure() throws {
    let fromHelp = try typing("<f1><f2>", into: model()).model
    #expect(fromHelp.words(box).contains("─ Actions ─"))
    var failed = try typing("<enter>", into: model()).model
    _ = failed.update(.failed(entry: "prod", "AWS refused."))
    try expect(
      failed, typing: "<f2><esc><f2>'options<enter><enter>",
      asks: [
        .assume(entry: "prod", code: nil)
      ])
    #expect(try typing("<f2>", into: failed).model.words(box).contains("─ Actions ─"))
  }

  @Test func showsTheKeysOfTheSettings() throws {
    let own = Settings.KeyBinding(
      key: "f5", action: "unmark-all", origin: Origin(file: "config.yaml", line: 1))
    let model = Model(entries: three, now: 0, keymap: Keymap([own]))
    let marked = try typing("<tab><f2>all marks", into: model).model
    #expect(marked.words(box).contains("▸ remove all marks F5"))
  }

  @Test func followsTheMouse() throws {
    var palette = try typing("<f2>'fold", into: model()).model
    let rows = palette.view(box).lines
    let second = try #require(rows.firstIndex { $0.contains("fold or unfold all groups") })
    #expect(palette.update(.clicked(Point(row: 1, column: 1))) == [])
    #expect(palette.update(.clicked(Point(row: second, column: 9))) == [])
    #expect(palette.view(box).lines[second].contains("▸ fold or unfold all"))
    #expect(palette.update(.doubleClicked(Point(row: second, column: 9))) == [])
    #expect(palette.words(box).contains("▹ payments 2"))
  }

  @Test func isUsableOnASmallScreen() throws {
    try expect(
      model(), typing: "<f2>cop acc",
      shows: """
          │❯ cop acc                         │
          │▸ copy the account ID       Alt-c │
        """, size: small)
    let tiny = Size(rows: 1, columns: 12)
    #expect(try typing("<f2>cop acc", into: model()).model.view(tiny).lines == ["▸ copy the…"])
  }
}
