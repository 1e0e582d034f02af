import Accounts
import Canvas
import Picker
import Testing

struct HelpTests {
  @Test func listsEveryKeyAndTheEntriesOwn() throws {
    let help = try typing("<f1>", into: model(recents: ["audit"])).model.view(
      Size(rows: 130, columns: 99)
    ).text
    for line in [
      "Enter                 switch; with marks", "Alt-1…9               switch to a recent entry",
      "Ctrl-K                delete all after",
      "Ctrl-G p              Production, admin", "Alt-1                 Audit",
    ] {
      #expect(help.contains(line))
    }
  }

  @Test func standsInSectionsAndExplainsTheQueryAndTheSigns() throws {
    let words = try typing("<f1>", into: model()).model.words(Size(rows: 130, columns: 99))
    var rest = words[...]
    for part in [
      "States of an entry broken cannot be switched to", "✓ marked",
      "Queries prod adm both terms, fuzzy", "'exact exact", "a | b one or the other",
      "Switch Enter switch", "Find F2 search", "Arrange Tab mark",
      "Look F1, Ctrl-_, ? help: states",
      "Edit Alt-c copy", "Move", "Leave Esc back", "Edit text Left, Ctrl-B move left",
      "Action names for `keys` in config.yaml Switch accept",
    ] {
      let found = try #require(rest.firstRange(of: part), "\(part), in order, in: \(words)")
      rest = rest[found.upperBound...]
    }
  }

  @Test func showsWhatIsTypedFor() throws {
    let size = Size(rows: 40, columns: 99)
    let found = try typing("<f1>sort", into: model()).model
    #expect(found.words(size).contains("Help: sort"))
    #expect(found.words(size).contains("Arrange Alt-s sort by recent use"))
    #expect(!found.words(size).contains("Queries"))
    #expect(try typing("<f1>zzzz", into: model()).model.words(size).contains("Nothing matches."))
    let cleared = try typing("<f1>sort<ctrl-u>", into: model()).model
    #expect(cleared == (try typing("<f1>", into: model()).model))
    #expect(try typing("<f1>sort<esc>", into: model()).model == model())
  }

  @Test func keysOfOtherPlacesStandUnderTheirName() throws {
    let size = Size(rows: 130, columns: 99)
    let list = try typing("<f1>", into: model()).model.words(size)
    #expect(list.contains("Help for the list: type to filter"))
    #expect(list.contains("In the history Ctrl-X delete the selected"))
    #expect(list.contains("In forms Tab next field"))
    #expect(list.contains("In fields Home to the start of a field"))
    #expect(!list.contains("In the list"))
    let history = try typing("<f1>", into: opened()).model.words(size)
    #expect(history.contains("Help for the history: type to filter"))
    #expect(history.contains("Ctrl-X delete the selected") && !history.contains("In the history"))
    #expect(history.contains("In the list Alt-1…9 switch to a recent entry"))
    let form = try typing("<ctrl-o><f1>", into: model()).model.words(size)
    #expect(form.contains("Help for forms") && form.contains("Move Tab next field"))
  }

  @Test(arguments: ["", "<ctrl-o>", "<f2>"], [false, true])
  func hasEveryKeyOnce(keys: String, vi: Bool) throws {
    let start = Model(entries: three, now: 0, keymap: Keymap(vi: vi))
    let help = try typing(keys + "<f1>", into: start).model.words(Size(rows: 200, columns: 99))
    for text in ["mark or unmark, then down", "next field", "delete the selected or the marked"] {
      #expect(help.split(separator: text).count == 2, "\(text)")
    }
  }

  @Test func aQuestionMarkOpensItWhereNothingIsTyped() throws {
    #expect(try typing("?", into: model()).model == (try typing("<f1>", into: model()).model))
    #expect(
      try typing("<ctrl-_>", into: model()).model == (try typing("<f1>", into: model()).model))
    try expect(model(), typing: "a?", shows: " ❯ a?")
  }

  @Test func hasTwoColumnsOnAWideScreen() throws {
    let help = try typing("<f1>", into: model()).model
    func height(_ columns: Int) -> Int {
      help.view(Size(rows: 200, columns: columns)).lines.count { $0.contains("│") }
    }
    #expect(height(100) < height(99))
  }

  @Test func scrollsAndCloses() throws {
    let size = Size(rows: 24, columns: 80)
    let end = try typing("<f1><pgdn><pgdn><pgdn><pgdn><pgdn><pgdn><pgdn><pgdn>", into: model())
      .model
      .view(size).text
    #expect(end.contains("Ctrl-G p              Production, admin"))
    #expect(!end.contains("switch; with marks"))
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
        "The picker has no action 'dwn'; did you mean down?",
        "'' is not a key; write one as ctrl-o, alt-x, f5 or pgdn.",
        "'options' has no key left, since 'ctrl-o' is bound to 'accept'; bind another key to it.",
      ])
    let model = Model(entries: three, now: 0, keymap: keymap)
    try expect(model, typing: "<f5><ctrl-o>", asks: [.assume(entry: "dev", code: nil)])
    #expect(
      try typing("<f1>", into: model).model.view(Size(rows: 130, columns: 99)).text.contains(
        "Enter, Ctrl-O"))
  }

  private func key(_ key: String, _ action: String) -> Settings.KeyBinding {
    Settings.KeyBinding(key: key, action: action, origin: Origin(file: "config.yaml", line: 1))
  }
}
