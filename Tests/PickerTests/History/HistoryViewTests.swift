import Canvas
import Picker
import Testing
import Text

struct HistoryViewTests {
  @Test func saysWhenWhoWhereAndHowItEnded() throws {
    let lines = try opened().view(Size(rows: 12, columns: 120)).lines[1...6]
    #expect(
      lines.joined(separator: "\n") == """
           When              Name                      Account        Role      How      Status     Region
        ▸▌ today 22:13       Production, admin         111111111111   Admin     shell    running    eu-central-1
         ▌ today 03:13       Development               111111111112   Admin     exec     exit 7     eu-central-1
           yesterday 17:13   Old CRM  gone             222222222222   Admin     each     exit 0     us-east-1
           2023-11-11 23:13  Auditor                   333333333333   Auditor   export              eu-central-1
         ▌ 2023-08-07 00:13  Production, admin         111111111111   Admin     shell    exit 130   us-east-1
        """)
  }

  @Test(arguments: [(40, 1), (53, 2), (60, 2), (70, 3), (80, 4), (90, 5), (120, 6)])
  func dropsColumnsByImportance(columns: Int, count: Int) throws {
    let headings = try opened().view(Size(rows: 24, columns: columns)).lines[1]
    let all = ["Name", "Account", "Status", "Role", "How", "Region"]
    #expect(all.filter(headings.contains) == Array(all.prefix(count)), "\(headings)")
  }

  @Test func keepsTheSelectedSwitchOnATinyScreen() throws {
    let tiny = try typing("<down>", into: opened()).model
    #expect(
      tiny.view(Size(rows: 3, columns: 60)).lines[0].hasPrefix("▸▌ today 03:13       Development"))
    #expect(tiny.view(Size(rows: 20, columns: 12)).lines[0] == "▸▌ Deve…nt")
    #expect(tiny.view(Size(rows: 1, columns: 1)).lines == ["▸"])
    #expect(tiny.view(Size(rows: 0, columns: 0)).lines == [])
  }

  @Test func showsTheColourOfAnEntryThatExists() throws {
    let frame = try opened().view(Size(rows: 24, columns: 80))
    func color(_ row: Int, _ column: Int, _ part: KeyPath<Style, Color>) -> Color? {
      frame[Point(row: row, column: column)]?.style[keyPath: part]
    }
    #expect(color(2, 21, \.background) == Color(hex: "#d13212"))
    #expect(frame[Point(row: 4, column: 1)]?.text == " ")
    #expect(frame[Point(row: 3, column: 1)]?.text == "▌")
  }

  private static let names = [
    "a\u{1B}]0;OWNED\u{7}b", "a\u{9B}31mb\u{9D}0;OWNED\u{9C}", "two\r\nlines\n", "abc\u{202E}dcba",
    "名前 é ok", "👩\u{200D}💻", "\u{200B}", "", String(repeating: "long ", count: 400),
  ]

  @Test(arguments: names)
  func showsNothingThatATerminalActsOn(name: String) throws {
    let rows = [past(1, name, name, ago: 1 << 40, account: name, role: name, region: name)]
    let there = model([entry(name, name)])
    for model in [try opened(rows), try opened(rows, over: there)] {
      for keys in ["", "o", "<tab>", "<alt-X>", "<enter>"] {
        let frame = try typing(keys, into: model).model.view(Size(rows: 24, columns: 120))
        #expect(frame.text.unicodeScalars.allSatisfy { $0 == "\n" || $0.columns != nil })
        #expect(!frame.text.contains("OWNED"))
        #expect(frame.lines.allSatisfy { $0.columns <= 120 })
      }
    }
  }

  @Test func drawsOnlyASCIIWhereNothingElseCanBe() throws {
    let plain = Model(entries: three, now: 1_700_000_000, look: Look(ascii: true))
    for keys in ["", "zzz", "<tab>", "<alt-X>x<enter>"] {
      let text = try typing(keys, into: opened(over: plain)).model.view(Size(rows: 24, columns: 80))
        .text
      #expect(text.utf8.allSatisfy { $0 < 0x80 })
      #expect(!text.replacing("? help", with: "").contains("?") || keys == "<alt-X>x<enter>")
    }
  }
}
