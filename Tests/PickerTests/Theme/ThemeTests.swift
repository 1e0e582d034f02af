import Accounts
import Canvas
import Picker
import Testing

struct ThemeTests {
  private let roles = Surface.roles.map(\.style)

  @Test func ofSixteenColoursKeepsToTheirMeanings() throws {
    for scheme in [try #require(Bundled.scheme("dracula")), .random(7), .terminal] {
      let theme = Theme(scheme: scheme, at: .ansi16)
      #expect(theme == Theme(scheme: .terminal, at: .ansi16))
      #expect(theme.page.fill == Style() && theme.danger == Style(.ansi(1), on: .standard, .bold))
      #expect(theme.ok == Style(.ansi(2)) && theme.warning.foreground == .ansi(3))
      #expect(theme.match.foreground == .ansi(6) && theme.accent.foreground == .ansi(5))
      #expect(theme.muted == Style(.standard, on: .standard, .dim))
      #expect(theme.key.foreground == .standard)
    }
  }

  @Test func ofSixteenColoursOnWhiteLeavesOutWhatIsTooPale() {
    let theme = Theme(scheme: .terminal, at: .ansi16, terminal: .white)
    #expect(theme.danger.foreground == .ansi(1) && theme.key.foreground == .ansi(4))
    for style in [theme.ok, theme.warning, theme.match] {
      #expect(style.foreground == .standard)
    }
    #expect(theme.match.attributes == [.bold, .underline])
  }

  @Test func ofSixteenColoursReversesTheCurrentRow() {
    let selection = Theme(scheme: .random(3), at: .ansi16).selection
    for style in roles {
      let style = selection[keyPath: style]
      #expect(style.attributes.contains(.reverse) != (style == selection.label))
      #expect(!style.attributes.contains(.dim))
      #expect(style.foreground == .standard && style.background == .standard)
    }
  }

  @Test func withoutColoursHasSignsOnly() throws {
    for scheme in [try #require(Bundled.scheme("gruvbox-dark")), .terminal] {
      let theme = Theme(scheme: scheme, at: .none)
      for surface in [theme.page, theme.panel, theme.selection] {
        for style in roles.map({ surface[keyPath: $0] }) + [surface.fill] {
          #expect(style.foreground == .standard && style.background == .standard)
        }
      }
      #expect(theme.selection.text.attributes == .reverse)
      #expect(theme.match.attributes == [.bold, .underline])
      #expect(theme.label.attributes.contains(.reverse))
      #expect(!theme.selection.label.attributes.contains(.reverse))
    }
  }

  @Test func of256ReversesTheRowWhereItsColourBecomesThePages() throws {
    var scheme = try #require(Bundled.scheme("dark"))
    scheme.palette[0] = .rgb(0x30, 0x30, 0x30)
    scheme.palette[2] = .rgb(0x3f, 0x3f, 0x3f)
    let full = Theme(scheme: scheme)
    #expect(full.selection.fill.background == .rgb(0x3f, 0x3f, 0x3f))
    scheme.palette[2] = .rgb(0x31, 0x31, 0x31)
    let few = Theme(scheme: scheme, at: .indexed256)
    let contrast = few.selection.fill.background.contrast(with: few.page.fill.background)
    #expect(try #require(contrast) >= 1.1)
  }

  @Test(arguments: Bundled.themes)
  func of256HasOnlyColoursThatThereAre(theme: NamedScheme) {
    let theme = Theme(scheme: theme.scheme, at: .indexed256)
    for surface in [theme.page, theme.panel, theme.selection] {
      for style in roles.map({ surface[keyPath: $0] }) {
        #expect(style.foreground.shown(at: .indexed256) == style.foreground)
        #expect(style.background.shown(at: .indexed256) == style.background)
      }
    }
  }

  @Test func standsOnThePageUnlessSaidOtherwise() throws {
    let theme = Theme(scheme: try #require(Bundled.scheme("nord")))
    #expect(theme.text == theme.page.text && theme.text.background == Color(hex: "#2e3440"))
    #expect(theme.panel.text.background == Color(hex: "#3b4252"))
    #expect(theme.selection.text.background == Color(hex: "#434c5e"))
  }

  @Test func takesATextThatIsStrongerThanItsStrongest() throws {
    var scheme = try #require(Bundled.scheme("github"))
    scheme.palette[6...7] = [.white, .white]
    #expect(Theme(scheme: scheme).title.foreground == scheme.palette[5])
  }

  @Test func isReadOnATerminalsOwnBackground() throws {
    var scheme = try #require(Bundled.scheme("nord"))
    scheme.palette[0] = .standard
    let theme = Theme(scheme: scheme, terminal: .white)
    #expect(theme.page.fill.background == .standard)
    #expect(try #require(theme.ok.foreground.contrast(with: .white)) >= 4.5)
  }
}
