import Canvas
import Terminal
import Testing

struct PaletteTests {
  @Test func keepsTheTerminalsOwnColors() {
    for depth in ColorDepth.allCases {
      let ink = Palette(depth: depth, count: 256).rendition(for: Style())
      #expect((ink.foreground, ink.background) == (-1, -1))
      #expect(ink.attributes == [])
    }
  }

  @Test(
    arguments: [
      ("ff0000", 196), ("ffffff", 231), ("000000", 16), ("808080", 244), ("d13212", 160),
      ("0073bb", 25), ("5f87af", 67),
    ] as [(String, Int32)])
  func findsTheNearestOf256(hex: String, number: Int32) throws {
    #expect(try foreground(hex, Palette(depth: .indexed256, count: 256)) == number)
  }

  @Test func neverTakesAColorThatThemesChange() {
    let palette = Palette(depth: .indexed256, count: 256)
    for red in stride(from: 0, through: 255, by: 51) {
      for blue in stride(from: 0, through: 255, by: 17) {
        let color = Color.rgb(UInt8(red), 128, UInt8(blue))
        #expect(palette.rendition(for: Style(color)).foreground >= 16)
      }
    }
  }

  @Test(
    arguments: [
      ("ff0000", 9), ("d13212", 1), ("ffffff", 15), ("000000", 0), ("00cd00", 2), ("5c5cff", 12),
    ] as [(String, Int32)])
  func findsTheNearestOf16(hex: String, number: Int32) throws {
    #expect(try foreground(hex, Palette(depth: .ansi16, count: 16)) == number)
  }

  @Test func boldStandsForBrightWhereThereAreEight() {
    let ink = Palette(depth: .ansi16, count: 8).rendition(for: Style(.rgb(255, 0, 0), on: .white))
    #expect((ink.foreground, ink.background) == (1, 7))
    #expect(ink.attributes == .bold)
  }

  @Test(
    arguments: [
      ("ff8800", 0xFF8800), ("000000", 0x100), ("00000f", 0x10F), ("000010", 0x10),
    ] as [(String, Int32)])
  func keepsTruecolorButForWhatTheAnsiColorsTake(hex: String, number: Int32) throws {
    #expect(try foreground(hex, Palette(depth: .truecolor, count: 0x100_0000)) == number)
  }

  @Test(arguments: ColorDepth.allCases)
  func textNeverVanishesIntoItsBackground(depth: ColorDepth) {
    let palette = Palette(depth: depth, count: 256)
    let ink = palette.rendition(for: Style(.rgb(200, 200, 200), on: .rgb(201, 201, 201)))
    #expect(ink.foreground != ink.background || depth == .none)
  }

  @Test func reverseStandsForABackgroundWithoutColors() {
    let palette = Palette(depth: .none, count: 0)
    #expect(
      palette.rendition(for: Style(.white, on: .black, .bold)).attributes == [.bold, .reverse])
    #expect(palette.rendition(for: Style(.white, on: .black, .reverse)).attributes == [])
    #expect(palette.rendition(for: Style(.rgb(1, 2, 3))).attributes == [])
  }

  private func foreground(_ hex: String, _ palette: Palette) throws -> Int32 {
    palette.rendition(for: Style(try #require(Color(hex: hex)))).foreground
  }
}
