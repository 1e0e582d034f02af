import Canvas
import Terminal
import Testing

struct SequenceTests {
  @Test(
    arguments: [
      (Style(), .truecolor, "0"),
      (Style(.rgb(255, 136, 0), on: .ansi(4)), .truecolor, "0;38;2;255;136;0;44"),
      (Style(.rgb(255, 136, 0)), .indexed256, "0;38;5;208"),
      (
        Style(.ansi(9), on: .ansi(10), [.bold, .dim, .underline, .reverse]), .ansi16,
        "0;1;2;4;7;91;102"
      ),
      (Style(.ansi(9), on: .standard, .bold), .none, "0;1"),
      (Style(.black, on: .white), .none, "0;7"),
    ] as [(Style, ColorDepth, String)])
  func saysWhatTheInkIs(style: Style, depth: ColorDepth, parameters: String) {
    let palette = Palette(depth: depth, count: depth == .ansi16 ? 16 : 256)
    #expect(palette.sequence(for: style) == "\u{1B}[\(parameters)m")
  }

  @Test func outputHasColoursWhereATerminalShowsThem() {
    let truecolor = ["COLORTERM": "truecolor"]
    func depth(_ choice: ColorChoice, _ environment: [String: String], _ isTerminal: Bool)
      -> ColorDepth
    {
      choice.outputDepth(environment: environment, isTerminal: isTerminal)
    }
    #expect(depth(.auto, truecolor, true) == .truecolor)
    #expect(depth(.auto, truecolor, false) == .none)
    #expect(depth(.indexed256, [:], false) == .indexed256)
    #expect(depth(.auto, truecolor.merging(["CLICOLOR_FORCE": "1"]) { $1 }, false) == .truecolor)
    #expect(depth(.auto, truecolor.merging(["NO_COLOR": "1"]) { $1 }, true) == .none)
    #expect(depth(.auto, [:], true) == .none)
  }
}
