import Canvas
import Picker
import Testing

/// A look on terminals of every kind, and on a terminal that changes.
struct FollowingTests {
  private func pair() throws -> Look {
    Look(
      dark: try #require(Bundled.scheme("nord")), light: try #require(Bundled.scheme("github")))
  }

  @Test func isTheDarkOneUntilTheTerminalSaysOtherwise() throws {
    let look = try pair()
    #expect(look.theme.page.fill.background == Color(hex: "#2e3440"))
    let light = look.shown(onLight: true)
    #expect(light.theme.page.fill.background == .white)
    #expect(light.shown(onLight: false) == look)
  }

  @Test(arguments: [("#fdf6e3", "#ffffff"), ("#002b36", "#2e3440"), ("#7f7f7f", "#2e3440")])
  func followsTheBackground(background: String, page: String) throws {
    let look = try pair().shown(on: try #require(Color(hex: background)))
    #expect(look.theme.page.fill.background == Color(hex: page))
  }

  @Test func keepsItsDepthWhenItChanges() throws {
    let look = try pair().shown(at: .indexed256).shown(onLight: true)
    #expect(look.theme.depth == .indexed256)
    #expect(
      look.theme
        == Theme(scheme: try #require(Bundled.scheme("github")), at: .indexed256, terminal: .white))
  }

  @Test func ofTheTerminalsOwnColoursDependsOnItsBackground() {
    let look = Look()
    #expect(look.theme == .terminal)
    #expect(look.theme.ok.foreground == .ansi(2))
    #expect(look.shown(on: .rgb(0xfd, 0xf6, 0xe3)).theme.ok.foreground == .standard)
    #expect(look.shown(on: .rgb(0x00, 0x2b, 0x36)).theme.page.ground == .rgb(0x00, 0x2b, 0x36))
  }

  @Test func givesASwatchEdgesWhereItWouldBeLost() throws {
    let look = try pair()
    func edges(_ hex: String, _ surface: Surface, _ look: Look) throws -> String {
      look.swatch(try #require(Color(hex: hex)), on: surface).text
    }
    #expect(try edges("#303642", look.theme.page, look) == "▏▕")
    #expect(try edges("#f2c744", look.theme.page, look) == "  ")
    #expect(try edges("#5b6577", look.theme.selection, look) == "▏▕")
    let light = look.shown(onLight: true)
    #expect(try edges("#f2c744", light.theme.page, light) == "▏▕")
    let plain = Look(ascii: true)
    #expect(try edges("#000000", plain.theme.page, plain) == "[]")
    #expect(try edges("#000000", plain.theme.page, plain.shown(at: .none)) == "  ")
    #expect(try edges("#ffffff", plain.theme.selection, plain.shown(at: .ansi16)) == "[]")
  }
}
