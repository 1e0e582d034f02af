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
    #expect(model.view(Size(rows: 24, columns: 80)).text.contains("> 1       Z?rich cafe ? ?"))
  }

  @Test func showsTheTimeThatASessionHasLeft() throws {
    let ends = [(59, "<1m"), (47 * 60, "47m"), (3900, "1h05m"), (36_000, "10h"), (900_000, "10d")]
    for (seconds, text) in ends {
      var model = model()
      #expect(model.update(.learnt(sessions: ["prod": 1_700_000_000 + seconds])) == [])
      let row = model.view(Size(rows: 24, columns: 100)).lines[4]
      #expect(row.hasSuffix(" " + text))
      #expect(model.update(.ticked(now: 1_700_000_000 + seconds)) == [])
      #expect(model.view(Size(rows: 24, columns: 100)).lines[4].hasSuffix("payments"))
    }
  }

  @Test func wearsTheAccountsColourOnSwatchAndSelectedName() throws {
    let frame = model().view(Size(rows: 24, columns: 100))
    func background(_ row: Int, _ column: Int) -> Color? {
      frame[Point(row: row, column: column)]?.style.background
    }
    #expect(background(4, 8) == Color(hex: "#d13212") && background(4, 15) == Color(hex: "#d13212"))
    #expect(background(5, 8) == Color(hex: "#1d8102") && background(5, 15) == .standard)
  }

  @Test func saysWhereItIs() throws {
    let inside = Model(entries: three, current: "dev", now: 0, notice: "2 lines could not be read.")
    try expect(
      inside, typing: "",
      shows: " Switchback  in  Development   2 lines could not be read."
        + String(repeating: " ", count: 33)
        + "3 entries")
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
