import Accounts
import Canvas
import Picker
import Testing
import Text

struct ThemePreviewTests {
  private let wide = Size(rows: 24, columns: 90)

  private func preview(
    at name: String? = nil, depth: ColorDepth = .truecolor, ascii: Bool = false
  ) -> ThemePreview {
    let names = ["dark", "github", "gruvbox-dark", "nord", "rose-pine", "terminal"]
    let themes = names.compactMap { name in
      Bundled.scheme(name).map { NamedScheme(name: name, scheme: $0) }
    }
    return ThemePreview(themes, at: name, depth: depth, ascii: ascii)
  }

  /// The screen after keys, and the effects of these keys.
  private func typing(
    _ keys: String, into preview: ThemePreview, _ size: Size
  ) throws -> (preview: ThemePreview, effects: [ThemePreview.Effect]) {
    var preview = preview
    _ = preview.update(.resized(size))
    let effects = try #require(Key.keys(keys)).flatMap { preview.update(.key($0)) }
    return (preview, effects)
  }

  /// Types keys and compares lines of the screen, in order, and the effects with the expected ones.
  private func expect(
    _ preview: ThemePreview, typing keys: String, shows lines: String,
    asks effects: [ThemePreview.Effect] = [], size: Size = Size(rows: 24, columns: 90),
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let (after, asked) = try typing(keys, into: preview, size)
    #expect(asked == effects, sourceLocation: sourceLocation)
    let text = after.view(size).text
    var rest = text[...]
    for line in lines.split(separator: "\n") {
      guard let range = rest.firstRange(of: line) else {
        Issue.record("no '\(line)', or not in order, on:\n\(text)", sourceLocation: sourceLocation)
        return
      }
      rest = rest[range.upperBound...]
    }
  }

  private func page(_ keys: String, _ preview: ThemePreview) throws -> Style? {
    let after = try typing(keys, into: preview, wide).preview
    return after.view(wide)[Point(row: 1, column: 40)]?.style
  }

  @Test func showsThePickerInTheThemeThatIsSelected() throws {
    try expect(
      preview(at: "github"), typing: "",
      shows: """
         Themes  GitHub light, light, by GitHub (Primer; https://primer.style)             2 of 6
           dark          │ ❯ ad
         ▸ github        │
           gruvbox-dark  │
         Enter choose   Esc leave   Tab all colours   ←→ other samples
        """)
    #expect(try page("", preview(at: "github"))?.background == .white)
  }

  @Test func changesAllColoursAtOnceWithTheTheme() throws {
    #expect(try page("", preview(at: "gruvbox-dark"))?.background == Color(hex: "#282828"))
    #expect(try page("<down>", preview(at: "gruvbox-dark"))?.background == Color(hex: "#2e3440"))
    #expect(
      try page("<up><ctrl-p>", preview(at: "gruvbox-dark"))?.background == Color(hex: "#12171b"))
    #expect(try page("<end>", preview())?.background == .standard)
    let sample = try typing("<down>", into: preview(at: "dark"), wide).preview.view(wide)
    #expect(sample[Point(row: 8, column: 60)]?.style.background == .white)
  }

  @Test func goesToTheNextThatALetterBegins() throws {
    try expect(preview(), typing: "g", shows: "▸ github")
    try expect(preview(), typing: "gg", shows: "▸ gruvbox-dark")
    try expect(preview(), typing: "ggg", shows: "▸ github")
    try expect(preview(), typing: "z", shows: "▸ dark")
    try expect(preview(), typing: "gr", shows: "▸ gruvbox-dark")
    try expect(preview(), typing: "gi", shows: "▸ github")
    try expect(preview(), typing: "gr<down><up>g", shows: "▸ github")
  }

  @Test func enterChoosesAndEscLeaves() throws {
    try expect(preview(), typing: "n<enter>", shows: "▸ nord", asks: [.choose("nord")])
    try expect(preview(), typing: "<esc>", shows: "▸ dark", asks: [.leave])
    try expect(preview(), typing: "<ctrl-c>", shows: "▸ dark", asks: [.leave])
    try expect(preview(), typing: "<ctrl-z><ctrl-l>", shows: "▸ dark", asks: [.suspend, .redraw])
    try expect(ThemePreview([]), typing: "<enter><down>x", shows: "Themes")
  }

  @Test func tabTakesColoursAwayUntilThereAreAllAgain() throws {
    try expect(preview(), typing: "<tab>", shows: "Tab 256 colours")
    try expect(preview(), typing: "<tab><tab>", shows: "Tab 16 colours")
    try expect(preview(), typing: "<tab><tab><tab>", shows: "Tab no colours")
    try expect(preview(), typing: "<tab><tab><tab><tab>", shows: "Tab all colours")
    try expect(preview(depth: .ansi16), typing: "<tab><tab>", shows: "Tab 16 colours")
    #expect(try page("<tab><tab>", preview(at: "nord")) == Style())
    #expect(try page("<tab>", preview(at: "nord"))?.background == .rgb(0x30, 0x30, 0x30))
  }

  @Test func hasOtherSamples() throws {
    try expect(preview(), typing: "<right>", shows: "Development")
    try expect(preview(), typing: "<right><right>", shows: "Could not switch to")
    try expect(preview(), typing: "<right><right><right>", shows: "Help")
    try expect(preview(), typing: "<left>", shows: "Help")
    try expect(preview(), typing: "<left><right>", shows: "❯ ad")
  }

  @Test func standsBelowOnANarrowScreen() throws {
    try expect(
      preview(), typing: "<down>",
      shows: """
        Themes
        ▸ github
        ────────────────────────────────────────
         ❯ ad
        """, size: Size(rows: 24, columns: 40))
    try expect(preview(), typing: "n", shows: "▸ nord", size: Size(rows: 3, columns: 12))
    try expect(preview(), typing: "<end>", shows: "▸", size: Size(rows: 1, columns: 2))
  }

  @Test func takesTheMouse() throws {
    var preview = preview()
    _ = preview.update(.resized(wide))
    #expect(preview.update(.clicked(Point(row: 5, column: 3))) == [])
    #expect(preview.view(wide).text.contains("▸ nord"))
    #expect(preview.update(.clicked(Point(row: 5, column: 60))) == [])
    #expect(preview.update(.clicked(Point(row: 20, column: 3))) == [])
    #expect(preview.view(wide).text.contains("▸ nord"))
    #expect(preview.update(.scrolled(lines: -2)) == [])
    #expect(preview.view(wide).text.contains("▸ github"))
    #expect(preview.update(.doubleClicked(Point(row: 2, column: 3))) == [.choose("dark")])
  }

  @Test func drawsOnlyASCIIWhereNothingElseCanBe() throws {
    for keys in ["", "r", "<right>", "<end>"] {
      let (after, _) = try typing(keys, into: preview(ascii: true), wide)
      #expect(after.view(wide).text.unicodeScalars.allSatisfy { $0.isASCII })
    }
  }

  @Test func fitsEverySize() throws {
    let preview = try typing("nr<right>", into: preview(), wide).preview
    for rows in [0, 1, 2, 3, 7, 8, 9, 16, 17, 24, 50] {
      for columns in [0, 1, 2, 10, 19, 20, 40, 66, 67, 68, 160] {
        var sized = preview
        _ = sized.update(.resized(Size(rows: rows, columns: columns)))
        _ = sized.update(.key(Key(.pageDown)))
        let frame = sized.view(Size(rows: rows, columns: columns))
        #expect(frame.lines.allSatisfy { $0.columns <= columns } && frame.lines.count == rows)
      }
    }
  }
}
