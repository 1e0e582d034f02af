import Accounts
import Canvas
import Picker
import Testing

struct HelpTests {
  @Test func listsEveryKeyAndTheEntriesOwn() throws {
    let help = try typing("<f1>", into: model(recents: ["audit"])).model.view(
      Size(rows: 120, columns: 100)
    ).text
    for line in [
      "Enter                 switch to", "Alt-1…9               switch to one",
      "Ctrl-K                delete all after",
      "Alt-p                 Production, admin", "Alt-1                 Audit",
    ] {
      #expect(help.contains(line))
    }
  }

  @Test func standsInSectionsAndExplainsTheQueryAndTheSigns() throws {
    let words = try typing("<f1>", into: model()).model.words(Size(rows: 120, columns: 100))
    var rest = words[...]
    for part in [
      "Switch Enter switch", "Move", "Find Type words", "prod adm both", "'exact just so",
      "a | b one or the other",
      "Arrange Tab mark", "Look F1 help: keys", "Edit Alt-c copy", "Type Left, Ctrl-B a character",
      "Leave Esc one step back", "Signs in a row ✓ marked ! asks for its name",
      "Names, for `keys` in config.yaml accept back help palette",
    ] {
      let found = try #require(rest.firstRange(of: part), "\(part), in order, in: \(words)")
      rest = rest[found.upperBound...]
    }
  }

  @Test func namesNoKeyThatAnEntryHasTaken() throws {
    let taken = model([entry("a", shortcut: "s"), entry("b", shortcut: "b")])
    let help = try typing("<f1>", into: taken).model.words(Size(rows: 120, columns: 100))
    #expect(!help.contains("Alt-s sort") && help.contains("Alt-s a"))
    // In a form it is what it was.
    #expect(help.contains("Alt-b a word left"))
    let palette = try typing("<f2>'sort", into: taken).model.words(Size(rows: 24, columns: 80))
    #expect(palette.contains("sort by recent use, by name, or as in the file ╰"))
  }

  @Test func hasTwoColumnsOnAWideScreen() throws {
    let help = try typing("<f1>", into: model()).model
    let wide = help.view(Size(rows: 76, columns: 110)).lines
    #expect(wide.contains { $0.contains("Switch") && $0.contains("   Edit") }, "\(wide)")
    #expect(!wide.contains { $0.contains("─ 1-") })
    #expect(help.view(Size(rows: 76, columns: 109)).lines.contains { $0.contains("─ 1-") })
  }

  @Test func scrollsAndCloses() throws {
    let size = Size(rows: 24, columns: 80)
    let end = try typing("<f1><end>", into: model()).model.view(size).text
    #expect(end.contains("Alt-p                 Production, admin"))
    #expect(!end.contains("switch to the selected entry, or"))
    for close in ["<f1>", "<esc>", "<enter>"] {
      #expect(try typing("<f1><pgdn>" + close, into: model()).model == model())
    }
    try expect(model(), typing: "<f1><ctrl-c>", asks: [.leave(.cancelled)])
  }

  @Test func showsTheKeysOfTheSettings() throws {
    let own = [
      ("ctrl-o", "accept"), ("<f5>", "down"), ("ctrl-c", "down"), ("x", "down"), ("f6", "dwn"),
      ("", "up"),
    ]
    let keymap = Keymap(own.map { key($0, $1) })
    #expect(
      keymap.diagnostics.map(\.message) == [
        "'ctrl-c' always types itself, steps back or quits; choose another key.",
        "'x' always types itself, steps back or quits; choose another key.",
        "The picker has no action 'dwn'; near it: down.",
        "'' is not a key; write one as ctrl-o, alt-x, f5 or pgdn.",
        "'options' has no key left, since 'ctrl-o' is for 'accept'; give it another.",
      ])
    let model = Model(entries: three, now: 0, keymap: keymap)
    try expect(model, typing: "<f5><ctrl-o>", asks: [.assume(entry: "dev", code: nil)])
    #expect(
      try typing("<f1>", into: model).model.view(Size(rows: 120, columns: 100)).text.contains(
        "Enter, Ctrl-O"))
  }

  private func key(_ key: String, _ action: String) -> Settings.KeyBinding {
    Settings.KeyBinding(key: key, action: action, origin: Origin(file: "config.yaml", line: 1))
  }
}
