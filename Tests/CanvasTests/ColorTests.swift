import Canvas
import Testing

struct ColorTests {
  @Test(arguments: ["#d13212", "#000000", "#ffffff", "#0a0b0c"])
  func isWrittenAsItIsRead(hex: String) {
    #expect(Color(hex: hex)?.hex == hex)
    #expect(Color(hex: hex.dropFirst()) == Color(hex: hex.uppercased()))
  }

  @Test(arguments: ["", "#fff", "#d1321", "#d132123", "##d1321", "#d1321g", "+d1321", "#-13212"])
  func refusesWhatIsNoColour(hex: String) {
    #expect(Color(hex: hex) == nil)
  }

  @Test func blends() {
    #expect(Color.black.mixed(with: .white, 0.5) == .rgb(128, 128, 128))
    #expect(Color.standard.mixed(with: .white, 0.5) == .standard)
  }
}
