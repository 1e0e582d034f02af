import Accounts
import Canvas
import Picker
import Testing

struct LookTests {
  @Test func drawsOnlyASCIIWhereNothingElseCanBe() throws {
    let model = Model(
      entries: [entry("x", "Zürich cafe\u{301} 名前")], recents: ["x"], now: 0,
      look: Look(ascii: true))
    for keys in ["", "zzz", "<f1>", "<enter>"] {
      let text = try typing(keys, into: model).model.view(Size(rows: 24, columns: 80)).text
      #expect(text.unicodeScalars.allSatisfy { $0.isASCII })
    }
    #expect(model.view(Size(rows: 24, columns: 80)).text.contains(">| 1 Z?rich cafe ? ?"))
  }

  @Test func showsTheTimeThatASessionHasLeft() throws {
    let ends = [(59, "<1m"), (47 * 60, "47m"), (3900, "1h05m"), (36_000, "10h"), (900_000, "10d")]
    for (seconds, text) in ends {
      var model = model()
      #expect(model.update(.sessionsLoaded(sessions: ["prod": 1_700_000_000 + seconds])) == [])
      let row = model.view(Size(rows: 24, columns: 100)).lines[3]
      #expect(row.contains(" " + text + "   eu-central-1"))
      #expect(model.update(.ticked(now: 1_700_000_000 + seconds)) == [])
      #expect(!model.view(Size(rows: 24, columns: 100)).lines[3].contains(text))
    }
  }

  @Test func theBarHasTheEntrysColourAndTheSelectedRowItsOwnBackground() throws {
    let frame = model().view(Size(rows: 24, columns: 100))
    func style(_ row: Int, _ column: Int) -> Style? {
      frame[Point(row: row, column: column)]?.style
    }
    #expect(style(3, 1)?.foreground == Color(hex: "#d13212"))
    #expect(style(4, 1)?.foreground == Color(hex: "#1d8102"))
    #expect(style(3, 8)?.attributes.contains(.bold) == true)
    #expect(style(3, 8)?.background == style(3, 60)?.background)
    #expect(
      style(3, 8)?.attributes.contains(.reverse) == style(3, 60)?.attributes.contains(.reverse))
  }

  @Test func saysWhereItIs() throws {
    let inside = Model(entries: three, current: "dev", now: 0, notice: "2 lines could not be read.")
    try expect(
      inside, typing: "",
      shows: " 2 lines could not be read.\n ❯  find an account, a role, a region")
    #expect(
      inside.view(Size(rows: 24, columns: 100)).lines[1].hasSuffix("   3 entries  in  Development"))
  }

  @Test(arguments: ["#000000", "#ffffff", "#1e1e2e", "#808080", "#fdf6e3"])
  func aSchemesTextIsReadableWhateverItSays(page: String) throws {
    let color = try #require(Color(hex: page))
    let others = (UInt8(1)..<24).map { Color.rgb($0 * 10, 128, 255 - $0 * 10) }
    let palette = [color] + others
    let theme = Theme(scheme: Scheme(name: "any", variant: .dark, palette: palette))
    for style in [theme.text, theme.muted, theme.title, theme.match, theme.key, theme.danger] {
      #expect(try #require(style.foreground.contrast(with: color)) >= 4.5)
      #expect(style.background == color)
    }
  }
}
