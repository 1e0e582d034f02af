import Accounts
import Canvas
import Picker
import Testing

/// `vi: true`.
struct CommandModeTests {
  private func vi(_ entries: [Entry] = three, recents: [String] = [], query: String = "") -> Model {
    Model(
      entries: entries, recents: recents, query: query, now: 1_700_000_000, keymap: Keymap(vi: true)
    )
  }

  @Test(arguments: [
    ("<enter>", "prod"), ("j<enter>", "dev"), ("jjk<enter>", "dev"), ("G<enter>", "audit"),
    ("Gg<enter>", "prod"), ("n<enter>", "dev"), ("nnN<enter>", "dev"), ("<down><enter>", "dev"),
    ("/dev<enter>", "dev"), ("isec<esc><enter>", "audit"), ("1", "audit"), ("fs", "audit"),
    ("fp", "prod"), ("f1", "audit"),
    ("j<alt-1>", "audit"), ("<ctrl-g>p", "prod"),
  ])
  func bareKeysMoveAndSwitch(keys: String, name: String) throws {
    let recents = keys.contains("1") ? ["audit"] : []
    try expect(vi(recents: recents), typing: keys, asks: [.assume(entry: name, code: nil)])
  }

  @Test(arguments: [
    ("q", [Effect.leave(.cancelled)]), ("<esc>", [.leave(.cancelled)]),
    ("/pay<esc>q", [.leave(.cancelled)]),
    ("/pay<esc><esc>", []), ("/pay<esc><esc><esc>", [.leave(.cancelled)]), ("/<esc>", []),
    ("/q", []), ("<ctrl-c>", [.leave(.cancelled)]), ("x", [.ring]), ("?q", []), ("?<esc>", []),
    ("m", [.changeMouse]), (":'redraw<enter>", [.redraw]), ("?x", []),
  ])
  func stepsBackAndLeaves(keys: String, effects: [Effect]) throws {
    try expect(vi(), typing: keys, asks: effects)
  }

  @Test func saysWhichModeItIs() throws {
    let size = Size(rows: 24, columns: 80)
    let command = vi().view(size)
    #expect(command.lines[0].hasPrefix(" ❯  / finds an account"))
    #expect(command.lines[0].hasSuffix("command  3 entries"))
    // The cursor is on the current row, since there is no text input.
    #expect(command.cursor == Point(row: 3, column: 0))
    let filter = try typing("/de", into: vi()).model.view(size)
    #expect(filter.lines[0].hasPrefix(" ❯ de ") && filter.lines[0].hasSuffix("filter  1/3"))
    #expect(filter.cursor == Point(row: 0, column: 5))
    #expect(model().view(size).lines[0].hasSuffix("  3 entries"))
    let tiny = vi().view(Size(rows: 4, columns: 20))
    #expect(tiny.lines[0].contains(" command"))
  }

  @Test func footerAndHelpNameTheBareKeys() throws {
    let size = Size(rows: 24, columns: 80)
    let footer = "Enter switch   Esc quit   / filter   ? help   : actions   o options   f jump"
    #expect(vi().view(size).lines[23] == " " + footer)
    #expect(
      try typing("i", into: vi()).model.view(size).lines[23]
        .hasPrefix(" Enter switch   Esc commands   ? help   F2 actions"))
    let help = try typing("?", into: vi()).model.words(Size(rows: 130, columns: 99))
    #expect(help.contains("Down, Ctrl-N, j, n down"))
    #expect(help.contains("/, i type into the query; Esc returns to commands"))
    let plain = try typing("<f1>", into: model()).model.words(Size(rows: 130, columns: 99))
    #expect(plain.contains("Down, Ctrl-N down") && !plain.contains("type into the query"))
  }

  @Test func foldsAndUnfolds() throws {
    let folded = try expect(
      vi(), typing: "jh",
      shows: """
         ▹ payments  2
        """)
    try expect(folded, typing: "l<enter>", asks: [.assume(entry: "prod", code: nil)])
    try expect(folded, typing: "<right><enter>", asks: [.assume(entry: "prod", code: nil)])
    #expect(try typing("hhl", into: vi()).model == vi())
  }

  @Test func movesByHalfAndWholePages() throws {
    let many = (0..<100).map { entry("e\($0)") }
    let page = 24 - 3 - 5
    for (keys, index) in [
      ("<ctrl-d>", page / 2), ("<ctrl-d><ctrl-d><ctrl-u>", page / 2), ("<ctrl-f>", page),
      ("<ctrl-f><ctrl-b>", 0),
    ] {
      try expect(vi(many), typing: keys + "<enter>", asks: [.assume(entry: "e\(index)", code: nil)])
    }
  }

  @Test func readsHelpAndFailuresWithTheSameKeys() throws {
    let size = Size(rows: 24, columns: 80)
    let end = try typing("?G", into: vi()).model.view(size)
    #expect(try typing("?<end>", into: vi()).model.view(size) == end)
    #expect(
      try typing("?Ggjk", into: vi()).model.view(size) == typing("?", into: vi()).model.view(size))
    var failed = try typing("<enter>", into: vi()).model
    _ = failed.update(.failed(entry: "prod", "AWS refused."))
    #expect(try typing("q", into: failed).model == vi())
  }

  @Test func takesAPasteAsTextAndNothingAsCommandsWhereTextIsTyped() throws {
    var pasted = vi()
    #expect(pasted.update(.pasted("qqq")) == [])
    #expect(pasted.view(Size(rows: 24, columns: 80)).lines[0].hasPrefix(" ❯ qqq"))
    let careful = vi([entry("quick", confirm: true)])
    try expect(careful, typing: "<enter>quick<enter>", asks: [.assume(entry: "quick", code: nil)])
    let inQ = sessionOptions { $0.region = "q" }
    try expect(
      vi(), typing: "<ctrl-o>q<enter>", asks: [.assume(entry: "prod", code: nil, options: inQ)])
  }

  @Test func beginsWithTheQueryApplied() throws {
    try expect(vi(query: "aud"), typing: "<enter>", asks: [.assume(entry: "audit", code: nil)])
    try expect(vi([]), typing: "q", asks: [])
    try expect(vi([]), typing: "<enter>", asks: [.leave(.demo)])
  }

  @Test func holdsInTheHistory() throws {
    let size = Size(rows: 24, columns: 100)
    var history = try typing("H", into: vi()).model
    _ = history.update(read(fiveSwitches))
    #expect(history.view(size).lines[0].hasPrefix(" ❯  / finds a switch"))
    #expect(history.view(size).lines[0].hasSuffix("command  5 switches"))
    #expect(history.view(size).cursor == Point(row: 2, column: 0))
    try expect(
      history, typing: "",
      shows:
        "▸▌ today 22:13       Production, admin         111111111111   Admin     shell    running")
    let down = try typing("j", into: history).model
    #expect(down.view(size).cursor == Point(row: 3, column: 0))
    #expect(try typing("jjk", into: history).model == down)
    #expect(try typing("G", into: history).model == typing("jjjj", into: history).model)
    try expect(history, typing: "j<enter>", asks: [.assume(entry: "dev", code: nil)])
    try expect(history, typing: "jx", asks: [.forget([7])])
    try expect(history, typing: "z", asks: [.ring])
    let found = try typing("/dev", into: history).model
    #expect(found.view(size).lines[0].hasPrefix(" ❯ dev "))
    #expect(found.view(size).lines[0].hasSuffix("filter  1/5 switches"))
    try expect(found, typing: "<esc><enter>", asks: [.assume(entry: "dev", code: nil)])
    for keys in ["q", "H", "<esc>", "/dev<esc><esc><esc>"] {
      #expect(try typing(keys, into: history).model == vi(), "\(keys)")
    }
    #expect(
      history.view(size).lines[23].hasPrefix(" Enter switch again   q back   / filter   ? help"))
  }

  @Test func theHelpSaysWhereItHolds() throws {
    let help = try typing("?", into: vi()).model.words(Size(rows: 130, columns: 99))
    #expect(help.contains("vi mode a letter alone a command in the list, the history"))
    let plain = try typing("?", into: model()).model.words(Size(rows: 130, columns: 99))
    #expect(!plain.contains("vi mode"))
  }
}
