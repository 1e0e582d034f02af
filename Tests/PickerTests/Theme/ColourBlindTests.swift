import Accounts
import Canvas
import Foundation
import Picker
import Testing

/// What says that all is well, that something will not be, and that something is not, as other eyes
/// see it.
struct ColourBlindTests {
  /// How light reaches eyes that lack one kind of cone (Machado, Oliveira and Fernandes 2009,
  /// severity 1).
  enum Eyes: CaseIterable {
    case protanopia, deuteranopia, tritanopia

    var rows: [[Double]] {
      switch self {
      case .protanopia:
        [
          [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
          [-0.003882, -0.048116, 1.051998],
        ]
      case .deuteranopia:
        [
          [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
          [-0.011820, 0.042940, 0.968881],
        ]
      case .tritanopia:
        [
          [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
          [0.004733, 0.691367, 0.303900],
        ]
      }
    }
  }

  @Test(
    arguments: [
      ("deuteranopia", .deuteranopia), ("deuteranopia", .protanopia),
      ("deuteranopia-light", .deuteranopia), ("deuteranopia-light", .protanopia),
      ("tritanopia", .tritanopia), ("tritanopia-light", .tritanopia),
    ] as [(String, Eyes)], [ColorDepth.truecolor, .indexed256])
  func meaningsStayApart(theme: (name: String, eyes: Eyes), depth: ColorDepth) throws {
    #expect(try closest(theme.name, theme.eyes, depth) >= 0.11)
  }

  @Test func othersDoNotKeepThemApart() throws {
    #expect(try closest("dark", .deuteranopia, .truecolor) < 0.05)
  }

  /// The least distance between two of the three, on any surface.
  private func closest(_ name: String, _ eyes: Eyes, _ depth: ColorDepth) throws -> Double {
    let theme = Theme(scheme: try #require(Bundled.scheme(name)), at: depth)
    return try [theme.page, theme.panel, theme.selection].flatMap { surface in
      let colors = try [surface.ok, surface.warning, surface.danger].map {
        try #require(OKLab(seen($0.foreground, by: eyes)))
      }
      return [(0, 1), (0, 2), (1, 2)].map { colors[$0].distance(to: colors[$1]) }
    }.min() ?? 0
  }

  private func seen(_ color: Color, by eyes: Eyes) -> Color {
    guard case .rgb(let red, let green, let blue) = color else { return color }
    let light = [red, green, blue].map { channel in
      let value = Double(channel) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    let channels = eyes.rows.map { row -> UInt8 in
      let sum = min(max(0, zip(row, light).map(*).reduce(0, +)), 1)
      let value = sum <= 0.0031308 ? 12.92 * sum : 1.055 * pow(sum, 1 / 2.4) - 0.055
      return UInt8((value * 255).rounded())
    }
    return .rgb(channels[0], channels[1], channels[2])
  }
}
