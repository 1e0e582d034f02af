import Accounts
import Canvas
import Picker
import Shells
import Terminal
import Testing
@testable import Switchback

/// An entry's colour is one number everywhere: on the bar of its row, on the badge of its name, and
/// in a prompt.
struct SameColorTests {
  private static let colors =
    Color.named.map(\.value) + Color.derived + Color.derivedFromNamesAlone
  private static let themes = bundledThemes.sorted { $0.key < $1.key }.compactMap { name, yaml in
    SchemeFile(yaml: yaml, file: name).scheme.map {
      NamedScheme(name: name, scheme: $0)
    }
  }

  @Test(arguments: Self.themes, [(ColorDepth.indexed256, 256), (.ansi16, 16), (.ansi16, 8)])
  func isOneNumber(_ theme: NamedScheme, terminal: (depth: ColorDepth, count: Int)) throws {
    let look = Look(dark: theme.scheme, light: theme.scheme).shown(at: terminal.depth)
    let palette = Palette(depth: terminal.depth, count: terminal.count)
    for color in Self.colors {
      let screen = Model(
        entries: [entry("first", color), entry("second", color)], now: 0, look: look
      ).view(Size(rows: 10, columns: 60))
      let number = try #require(promptNumber(color, terminal.depth))
      for name in ["first", "second"] {
        let row = try #require(screen.lines.firstIndex { $0.contains(name) })
        let bar = try #require(screen[Point(row: row, column: 1)])
        let ink = palette.rendition(for: bar.style)
        let shown = bar.text == "▌" ? [ink.foreground] : [ink.foreground, ink.background]
        #expect(
          shown.contains(number), "\(theme.name), \(color), bar of \(name): \(shown), not \(number)"
        )
      }
      let badge = palette.rendition(for: look.theme.badge(color))
      #expect(badge.background == number)
    }
  }

  /// The issue's own example.
  @Test func isRedInNord() throws {
    let nord = try #require(Self.themes.first { $0.name == "nord" })
    let look = Look(dark: nord.scheme, light: nord.scheme).shown(at: .indexed256)
    let red = try #require(Color(label: "red"))
    let palette = Palette(depth: .indexed256, count: 256)
    #expect(palette.rendition(for: look.theme.badge(red)).background == 160)
    #expect(promptNumber(red, .indexed256) == 160)
  }

  /// Of those terminals that this machine knows.
  @Test(arguments: [
    "ansi", "cygwin", "konsole", "linux", "putty", "rxvt", "screen", "tmux", "xterm",
    "xterm-16color",
    "xterm-256color", "screen-256color", "tmux-256color", "alacritty", "foot", "xterm-kitty",
  ])
  func aPromptHasAsManyColoursAsThePicker(terminal: String) {
    let environment = ["TERM": terminal]
    let depth = ColorChoice.auto.outputDepth(environment: environment, isTerminal: true)
    if depth != .none { #expect(LabelColors(environment: environment).depth == depth) }
  }

  /// The number of the background in a prompt's SGR parameters.
  private func promptNumber(_ color: Color, _ depth: ColorDepth) -> Int32? {
    let colors: LabelColors = depth == .ansi16 ? .ansi16 : .indexed
    let numbers =
      colors.parameters(for: color)?.split(separator: ";").compactMap { Int32($0) } ?? []
    guard depth == .ansi16 else { return numbers.count > 3 ? numbers[3] : nil }
    return numbers.first { 40...47 ~= $0 }.map { $0 - 40 }
  }

  private func entry(_ name: String, _ color: Color) -> Entry {
    Entry(
      name: name, label: Label(displayName: name, color: color), kind: .assumeRole,
      origin: Origin(file: "config", line: 1))
  }
}
