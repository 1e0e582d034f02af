import Canvas
import Picker
import Testing

/// The colours of success, warning and danger, as seen with colour vision deficiencies.
struct ColourBlindTests {
  @Test(
    arguments: [
      ("deuteranopia", .deuteranopia), ("deuteranopia", .protanopia),
      ("deuteranopia-light", .deuteranopia), ("deuteranopia-light", .protanopia),
      ("tritanopia", .tritanopia), ("tritanopia-light", .tritanopia),
    ] as [(String, Eyes)], [ColorDepth.truecolor, .indexed256])
  func meaningsStayApart(theme: (name: String, eyes: Eyes), depth: ColorDepth) throws {
    #expect(try closest(theme.name, theme.eyes, depth) >= 0.11)
  }

  @Test func othersDoNotKeepThemApart() throws {
    #expect(try closest("dark", .deuteranopia, .truecolor) < 0.05)
  }

  /// The smallest distance between two of the three, on any surface.
  private func closest(_ name: String, _ eyes: Eyes, _ depth: ColorDepth) throws -> Double {
    let theme = Theme(scheme: try #require(Bundled.scheme(name)), at: depth)
    return try [theme.page, theme.panel, theme.selection].flatMap { surface in
      let colors = try [surface.ok, surface.warning, surface.danger].map {
        try #require(OKLab(eyes.seen($0.foreground)))
      }
      return [(0, 1), (0, 2), (1, 2)].map { colors[$0].distance(to: colors[$1]) }
    }.min() ?? 0
  }
}
