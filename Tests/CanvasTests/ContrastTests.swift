import Canvas
import Testing

struct ContrastTests {
  @Test func blackOnWhiteIsTwentyOne() throws {
    #expect(abs(try #require(Color.black.contrast(with: .white)) - 21) < 0.001)
    #expect(Color.standard.contrast(with: .white) == nil)
  }

  @Test func inkIsReadableOnEveryColour() throws {
    for red in stride(from: 0, through: 255, by: 15) {
      for green in stride(from: 0, through: 255, by: 15) {
        for blue in stride(from: 0, through: 255, by: 15) {
          let color = Color.rgb(UInt8(red), UInt8(green), UInt8(blue))
          #expect(try #require(color.textColor.contrast(with: color)) >= 4.58)
        }
      }
    }
  }

  @Test(arguments: [("#ffff00", "#ffffff"), ("#202020", "#000000"), ("#d13212", "#1e1e2e")])
  func legibleTextReachesTheRatioAndKeepsWhatDoes(text: String, background: String) throws {
    let color = try #require(Color(hex: text))
    let page = try #require(Color(hex: background))
    #expect(try #require(color.legible(on: page).contrast(with: page)) >= 4.5)
    #expect(Color.white.legible(on: .black) == .white)
  }

  @Test(arguments: ColorDepth.allCases)
  func legibleTextIsWhatATerminalOfThatDepthShows(depth: ColorDepth) throws {
    for step in stride(from: 0, through: 255, by: 15) {
      let page = Color.rgb(UInt8(step), 40, 90).shown(at: depth)
      let text = Color.rgb(90, UInt8(step), 120).legible(on: page, at: depth)
      #expect(text == text.shown(at: depth))
      if let contrast = text.contrast(with: page) { #expect(contrast >= 4.5) }
    }
  }

  @Test func legibleTextStaysOnItsSideAndKeepsItsHue() throws {
    let page = try #require(Color(hex: "#2e3440"))
    guard case .rgb(let red, let green, let blue) = Color.rgb(191, 97, 106).legible(on: page) else {
      Issue.record("a colour of the terminal's")
      return
    }
    #expect(red > 191 && red > green && red > blue)
  }

  @Test func legibleTextChangesSidesWhereItsOwnIsTooNarrow() throws {
    let page = Color.rgb(130, 130, 130)
    let text = Color.rgb(160, 160, 160).legible(on: page)
    #expect(try #require(text.contrast(with: page)) >= 4.5)
    #expect(text.contrast(with: .white) ?? 0 > 4.5)
  }

  @Test(arguments: [
    ("#ffffff", true), ("#fdf6e3", true), ("#d0d0d0", true), ("#002b36", false), ("#808080", false),
    ("#000000", false), ("#00ff00", true), ("#0000ff", false),
  ])
  func tellsLightTerminalsFromDarkOnes(background: String, isLight: Bool) throws {
    #expect(try #require(Color(hex: background)).isLight == isLight)
    #expect(Color.standard.isLight == nil)
  }
}
