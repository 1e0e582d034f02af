import Accounts
import Canvas
import Picker
import Testing
import Text

struct EditFormTests {
  private let usual = Size(rows: 24, columns: 80)

  @Test func showsWhatIsSaidAndWhatThatLooksLike() throws {
    try expect(
      try editing(), typing: "<tab><tab>",
      shows: """
          ╭─ Edit Production, admin ─────────────────────────────────────────────────╮
          │                                                                          │
          │   ▌  Production, admin   111111111111  Admin  payments  Ctrl-G p         │
          │                                                                          │
          │   Display name     Production, admin                                     │
          │   Colour           red                                                   │
          │ ▸ Group            payments                                              │
          │   Shortcut         p                                                     │
          │   Pinned           no                                                    │
          │                                                                          │
          │ ← → suggestions: [payments] security                                     │
          │                                                                          │
          ╰──────────────────────────────────────────────────────────────────────────╯
         Enter save   Esc back   F1 help   Tab next
        """, size: usual)
  }

  @Test func saysWhatHoldsWhereAFieldIsEmpty() throws {
    func fields(_ sources: LabelSources, _ keys: String = "") throws -> [String] {
      let lines = try typing(keys, into: try editing(sources)).model.view(usual).lines
      return ["Display name", "Colour", "Group", "Shortcut"].map { label in
        let line = lines.first { $0.contains(" \(label)  ") } ?? ""
        return line.split(separator: "│").last.map { $0.dropFirst(20).trimmingBlanksAtEnd } ?? ""
      }
    }
    #expect(
      try fields(sources())
        == ["prod (default)", "red (default)", "none", "none"])
    let derived = try #require(Color(derivedFrom: "prod", among: Color.derivedFromNamesAlone).hex)
    #expect(
      try fields(sources(yaml: "automatic_colors: name"))[1] == "\(derived) (default)")
    #expect(
      try fields(sources(display: "Mine", color: "blue", group: "g", shortcut: "x"))
        == [
          "Mine (from the profile)", "blue (from the profile)", "g (from the profile)",
          "x (from the profile)",
        ])
    let emptied = "<ctrl-u><tab><ctrl-u><tab><ctrl-u><tab><ctrl-u>"
    #expect(
      try fields(sources(yaml: prodSettings), emptied)
        == ["prod (default)", "purple (rule *prod*)", "live (rule *prod*)", "none"])
  }

  @Test(arguments: [
    ("<ctrl-u>Live<enter>", [LabelChange.displayName("Live")]),
    ("<ctrl-u><enter>", [.displayName(nil)]),
    ("  <enter>", []),
    ("<tab><right><enter>", [.color(Color(label: "orange"))]),
    ("<tab><left><enter>", [.color(nil)]),
    ("<tab><ctrl-u>#123456<enter>", [.color(.rgb(0x12, 0x34, 0x56))]),
    ("<tab><ctrl-u>D13212<enter>", []),
    ("<tab><ctrl-u>te<right><enter>", [.color(Color(label: "teal"))]),
    ("<tab><tab><right><enter>", [.group("security")]),
    ("<tab><tab><left><enter>", [.group(nil)]),
    ("<tab><tab><ctrl-u>cur<right><enter>", [.group("security")]),
    ("<tab><tab><ctrl-u>cur<right><left>e<enter>", [.group("cure")]),
    ("<tab><tab> 2<enter>", [.group("payments 2")]),
    ("<tab><tab><tab><backspace>x<enter>", [.shortcut("x")]),
    ("<tab><tab><tab><backspace><enter>", [.shortcut(nil)]),
    (
      "<ctrl-u>A<tab><left><tab><left><up><up>B<down><down><down><backspace>b<enter>",
      [.displayName("AB"), .color(nil), .group(nil), .shortcut("b")]
    ),
  ])
  func writesWhatWasChangedAndNothingElse(keys: String, changes: [LabelChange]) throws {
    let after = try expect(
      try editing(), typing: keys, asks: changes.isEmpty ? [] : [.edit(entry: "prod", changes)])
    #expect(after.words(usual).contains("Edit Production") == !changes.isEmpty)
    #expect(after.words(usual).contains("saving…") == !changes.isEmpty)
  }

  @Test(arguments: [
    ("<ctrl-u>   ", "A name cannot consist of blanks only; leave it empty for 'prod'."),
    ("<tab><ctrl-u>rouge", "'rouge' is not a colour; write #rrggbb, or red, orange,"),
    ("<tab><ctrl-u>#12345", "'#12345' is not a colour;"),
    ("<tab><tab><tab>q", "'pq' is not a single key."),
    ("<tab><tab><tab><ctrl-u>d", "'d' is the shortcut of Development already."),
  ])
  func saysAtTheFieldWhatIsWrong(keys: String, message: String) throws {
    var entries = three
    entries[1].label.shortcut = "d"
    let open = try editing(in: model(entries))
    let wrong = try expect(open, typing: keys + "<home><enter>", asks: [.ring])
    #expect(wrong.words(Size(rows: 24, columns: 100)).contains(message))
    #expect(wrong.view(small).cursor != nil)
    // The cursor is back in the field, and typing there removes the error.
    let mended = try typing("<ctrl-u>", into: wrong).model
    #expect(!mended.words(Size(rows: 24, columns: 100)).contains(message))
  }

  @Test func aShortcutSaysAfterWhichKeyItIsPressed() throws {
    let open = try typing("<end><up><backspace>e", into: try editing()).model
    #expect(open.words(usual).contains("one key, pressed after Ctrl-G, that switches to it"))
  }

  @Test func theColourIsSeenBeforeItIsSaved() throws {
    func badge(_ keys: String) throws -> Style? {
      let frame = try typing(keys, into: try editing()).model.view(usual)
      let row = try #require(frame.lines.firstIndex { $0.contains("▌  ") && $0.contains("│   ▌") })
      let column = try #require(frame.lines[row].firstIndex(of: "▌")).utf16Offset(
        in: frame.lines[row])
      return frame[Point(row: row, column: column + 3)]?.style
    }
    #expect(try badge("")?.background == Color(label: "red"))
    #expect(try badge("<tab><right><right>")?.background == Color(label: "yellow"))
    #expect(try badge("<tab><right><right>")?.foreground == .black)
    #expect(try badge("<tab><ctrl-u>#000080")?.foreground == .white)
    #expect(try badge("<tab><ctrl-u>")?.background == Color(label: "purple"))
  }

  @Test func coloursHaveNamesWhereThereAreNone() throws {
    var model = model()
    model.look = model.look.shown(at: .none)
    let open = try typing("<tab>", into: try editing(in: model)).model
    #expect(open.words(usual).contains("[red] orange yellow green teal"))
  }

  @Test func everyFieldIsReachedOnASmallScreen() throws {
    var form = try editing()
    for label in ["Display name", "Colour", "Group", "Shortcut", "Pinned"] {
      #expect(form.view(small).lines.contains { $0.contains("▸ " + label) }, "\(label)")
      #expect(form.view(small).cursor != nil)
      form = try typing("<tab>", into: form).model
    }
    for (rows, columns) in [(1, 1), (4, 20), (6, 24)] {
      let size = Size(rows: rows, columns: columns)
      #expect(form.view(size).lines.allSatisfy { $0.columns <= size.columns })
    }
  }

  @Test func hostileTextIsShownClean() throws {
    let hostile = sources(
      yaml: "rules: [{match: \"*\\e[31m*\", color: red}]", display: "\u{1B}[31mred\u{202E}",
      group: "a\u{7}b")
    let text = try editing(hostile).view(usual).text
    #expect(text.contains("red (from the profile)") && text.contains("ab (from the profile)"))
    let controls = text.unicodeScalars.filter { $0.properties.generalCategory == .control }
    #expect(Set(controls) == ["\n"])
  }

  @Test func escLeavesWithoutSaving() throws {
    let left = try typing("xyz<tab><right><esc>", into: try editing()).model
    #expect(left.view(usual) == model().view(usual))
    try expect(try editing(), typing: "x<ctrl-c>", asks: [.leave(.cancelled)])
    try expect(model([]), typing: "<alt-e>", asks: [])
    try expect(model(), typing: "zzz<alt-e>", asks: [.ring])
  }
}

extension StringProtocol {
  fileprivate var trimmingBlanksAtEnd: String {
    String(reversed().drop { $0 == " " }.reversed())
  }
}
