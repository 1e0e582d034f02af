import Canvas
import Terminal
import Testing

struct ColorChoiceTests {
  @Test(
    arguments: [
      ([:], 256, .indexed256), ([:], 8, .ansi16), ([:], 16, .ansi16), ([:], -1, .none),
      ([:], 0x100_0000, .truecolor), (["COLORTERM": "truecolor"], 256, .truecolor),
      (["COLORTERM": "24bit"], 8, .truecolor), (["COLORTERM": "yes"], 256, .indexed256),
      (["NO_COLOR": "1", "COLORTERM": "truecolor"], 256, .none),
      (["NO_COLOR": ""], 256, .indexed256),
      (["CLICOLOR": "0"], 256, .none),
      (["CLICOLOR": "0", "CLICOLOR_FORCE": "1"], 256, .indexed256),
      (["NO_COLOR": "1", "CLICOLOR_FORCE": "1"], 256, .none),
    ] as [([String: String], Int, ColorDepth)])
  func findsTheDepth(environment: [String: String], colors: Int, depth: ColorDepth) {
    #expect(ColorChoice.auto.depth(environment: environment, colors: colors) == depth)
  }

  @Test(
    arguments: [
      (.never, .none), (.ansi16, .ansi16), (.indexed256, .indexed256), (.truecolor, .truecolor),
    ] as [(ColorChoice, ColorDepth)])
  func aChoiceWins(choice: ColorChoice, depth: ColorDepth) {
    #expect(choice.depth(environment: ["NO_COLOR": "1"], colors: 8) == depth)
  }

  @Test func isWrittenAsOnTheCommandLine() {
    #expect(ColorChoice.allCases.map(\.rawValue) == ["auto", "never", "16", "256", "truecolor"])
  }
}
