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
          #expect(try #require(color.ink.contrast(with: color)) >= 4.58)
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
}
