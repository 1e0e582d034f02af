import Canvas
import Shells
import Testing

struct LabelColorsTests {
  @Test(arguments: [
    (["TERM": "xterm-256color"], LabelColors.indexed),
    (["TERM": "xterm-256color", "COLORTERM": "truecolor"], .truecolor),
    (["TERM": "xterm-256color", "COLORTERM": "24bit"], .truecolor),
    (["TERM": "xterm-direct"], .truecolor), (["TERM": "foot"], .indexed),
    (["TERM": "xterm"], .ansi16), (["TERM": "linux"], .ansi16),
    (["TERM": "xterm-16color"], .ansi16),
    (["TERM": "xterm", "COLORTERM": "truecolor"], .truecolor),
    (["TERM": "xterm-256color", "COLORTERM": "truecolor", "NO_COLOR": "1"], .reverse),
    (["TERM": "xterm-256color", "NO_COLOR": ""], .indexed),
    (["TERM": "vt100"], .reverse), (["TERM": "dumb", "COLORTERM": "truecolor"], .unstyled),
    ([:], .unstyled),
  ])
  func followsTheEnvironment(_ environment: [String: String], _ colors: LabelColors) {
    #expect(LabelColors(environment: environment) == colors)
  }

  @Test(
    arguments: [
      (LabelColors.truecolor, "#d13212", "0;48;2;209;50;18;38;2;255;255;255"),
      (.truecolor, "#f2c744", "0;48;2;242;199;68;38;2;0;0;0"),
      (.indexed, "#ff0000", "0;48;5;196;38;5;16"), (.indexed, "#000000", "0;48;5;16;38;5;231"),
      (.indexed, "#ffffff", "0;48;5;231;38;5;16"), (.indexed, "#808080", "0;48;5;244;38;5;16"),
      (.ansi16, "#d13212", "0;1;37;41"), (.ansi16, "#f2c744", "0;30;43"),
      (.reverse, "#d13212", "0;1;7"), (.unstyled, "#d13212", nil),
    ] as [(LabelColors, String, String?)])
  func showsAColorAsFarAsItCan(_ colors: LabelColors, _ hex: String, _ parameters: String?) throws {
    let color = try #require(Color(hex: hex))
    #expect(colors.parameters(for: color) == parameters)
  }
}
