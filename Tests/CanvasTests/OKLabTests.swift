import Canvas
import Testing

struct OKLabTests {
  @Test func comesBackAsTheColorThatItWas() {
    for red in stride(from: 0, through: 255, by: 51) {
      for green in stride(from: 0, through: 255, by: 17) {
        for blue in stride(from: 0, through: 255, by: 51) {
          let (red, green, blue) = (UInt8(red), UInt8(green), UInt8(blue))
          #expect(OKLab(red, green, blue).color == .rgb(red, green, blue))
        }
      }
    }
  }

  /// Values of Björn Ottosson's page on OKLab, for sRGB's white and red.
  @Test func agreesWithItsAuthor() {
    #expect(abs(OKLab(255, 255, 255).lightness - 1) < 0.001)
    #expect(abs(OKLab(255, 0, 0).lightness - 0.628) < 0.001)
  }

  @Test func isAsStrongAsAScreenCanShow() throws {
    var lighter = try #require(OKLab(Color.rgb(0, 0, 255)))
    lighter.lightness = 0.9
    let color = lighter.color
    #expect(try #require(OKLab(color)).lightness > 0.88)
    guard case .rgb(let red, let green, let blue) = color else {
      Issue.record("\(color)")
      return
    }
    #expect(blue > green && blue > red)
  }

  @Test func measuresDifferences() throws {
    let black = try #require(OKLab(Color.black))
    #expect(abs(black.distance(to: OKLab(255, 255, 255)) - 1) < 0.001)
    #expect(OKLab(Color.standard) == nil && OKLab(Color.ansi(1)) == nil)
  }
}
