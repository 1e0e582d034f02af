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

  @Test(arguments: [
    ("#d13212", ColorDepth.truecolor, Color.rgb(0xD1, 0x32, 0x12)),
    ("#d13212", .indexed256, .rgb(215, 0, 0)), ("#d13212", .ansi16, .ansi(1)),
    ("#d13212", .none, .standard), ("#5f87af", .indexed256, .rgb(0x5F, 0x87, 0xAF)),
    ("#ffffff", .ansi16, .ansi(7)), ("#000000", .ansi16, .ansi(0)),
  ])
  func isShownAsWellAsTheTerminalCan(hex: String, depth: ColorDepth, shown: Color) throws {
    #expect(try #require(Color(hex: hex)).shown(at: depth) == shown)
  }

  @Test func leavesTheTerminalsOwnColorsToIt() {
    #expect(Color.ansi(3).shown(at: .indexed256) == .ansi(3))
    #expect(Color.ansi(3).shown(at: .none) == .standard)
    #expect(Color.ansi(9).xterm == .rgb(255, 0, 0) && Color.standard.xterm == nil)
  }

  @Test func blends() {
    #expect(Color.black.mixed(with: .white, 0.5) == .rgb(128, 128, 128))
    #expect(Color.standard.mixed(with: .white, 0.5) == .standard)
  }
}
