import Accounts
import Canvas
import Picker
import Testing

struct ThemeContrastTests {
  private static let depths = [ColorDepth.indexed256, .truecolor]

  @Test(arguments: Bundled.themes, depths)
  func everyBundledThemeCanBeRead(theme: NamedScheme, depth: ColorDepth) {
    expectLegible(theme.scheme, at: depth)
  }

  @Test(arguments: UInt64(1)...150, depths)
  func soCanAnyScheme(seed: UInt64, depth: ColorDepth) {
    expectLegible(.random(seed), at: depth)
  }

  @Test func aSchemeThatFallsShortIsMoved() throws {
    let contrasts = Theme.contrasts(of: try #require(Bundled.scheme("nord")), at: .truecolor)
    let danger = try #require(contrasts.first { $0.role == "danger" && $0.surface == "selection" })
    #expect(try #require(danger.given) < 3 && danger.shown ?? 0 >= 4.5 && danger.isEnough)
    let text = try #require(contrasts.first { $0.role == "text" && $0.surface == "page" })
    #expect(text.given == text.shown)
  }

  @Test func whatTheTerminalDecidesIsNotJudged() {
    let contrasts = Theme.contrasts(of: .terminal, at: .truecolor)
    #expect(contrasts.allSatisfy { $0.shown == nil && $0.isEnough })
  }

  @Test(arguments: Bundled.themes, depths)
  func theCurrentRowCanBeTold(theme: NamedScheme, depth: ColorDepth) throws {
    let theme = Theme(scheme: theme.scheme, at: depth)
    guard let contrast = theme.selection.fill.background.contrast(with: theme.page.ground) else {
      #expect(theme.selection.fill.attributes.contains(.reverse))
      return
    }
    #expect(contrast >= (depth == .truecolor ? 1.25 : 1.1))
  }

  @Test(arguments: ColorDepth.allCases)
  func badgesCanBeReadInEveryColour(depth: ColorDepth) throws {
    let theme = Theme(scheme: .terminal, at: depth)
    for red in stride(from: 0, through: 255, by: 15) {
      for blue in stride(from: 0, through: 255, by: 15) {
        let badge = theme.badge(.rgb(UInt8(red), UInt8((red + 2 * blue) % 256), UInt8(blue)))
        if depth >= .indexed256 {
          #expect(try #require(badge.foreground.contrast(with: badge.background)) >= 4.58)
        }
        #expect(badge.background != .standard || badge.attributes.contains(.reverse))
      }
    }
  }

  private func expectLegible(_ scheme: Scheme, at depth: ColorDepth) {
    for contrast in Theme.contrasts(of: scheme, at: depth) {
      #expect(contrast.isEnough, "\(scheme.name): \(contrast)")
    }
  }
}
