/// The number of colours that a terminal can show.
package enum ColorDepth: Int, Sendable, Hashable, Comparable, CaseIterable {
  case none
  /// The 8 or 16 colours that the terminal's own theme defines.
  case ansi16
  case indexed256
  case truecolor

  package static func < (one: ColorDepth, other: ColorDepth) -> Bool {
    one.rawValue < other.rawValue
  }
}

extension Color {
  /// The nearest colour that a terminal of a depth can show.
  ///
  /// Of 16 colours only the first 8 are used: all terminals have these as backgrounds.
  package func shown(at depth: ColorDepth) -> Color {
    guard case .rgb(let red, let green, let blue) = self else {
      return depth == .none ? .standard : self
    }
    return switch depth {
    case .none: .standard
    case .ansi16: .ansi(UInt8(OKLab(red, green, blue).nearest(in: ansiColors.prefix(8))))
    case .indexed256: indexedPalette[nearestIndex(red, green, blue) - 16]
    case .truecolor: self
    }
  }
}

/// xterm's 16 colours, in order; most terminals' themes are similar.
package let ansiPalette: [Color] = [
  .rgb(0, 0, 0), .rgb(205, 0, 0), .rgb(0, 205, 0), .rgb(205, 205, 0),
  .rgb(0, 0, 238), .rgb(205, 0, 205), .rgb(0, 205, 205), .rgb(229, 229, 229),
  .rgb(127, 127, 127), .rgb(255, 0, 0), .rgb(0, 255, 0), .rgb(255, 255, 0),
  .rgb(92, 92, 255), .rgb(255, 0, 255), .rgb(0, 255, 255), .rgb(255, 255, 255),
]

extension Color {
  /// The colour as xterm has it, if the terminal defines it; nil for its foreground and background.
  package var xterm: Color? {
    switch self {
    case .standard: nil
    case .ansi(let index): ansiPalette[Int(index & 15)]
    case .rgb: self
    }
  }
}

/// Colours 16 to 255 of a 256-colour terminal: a cube of 6 levels, and 24 greys.
///
/// Themes do not change them.
package let indexedPalette: [Color] = (0..<240).map { index in
  guard index < 216 else {
    let grey = UInt8(8 + 10 * (index - 216))
    return .rgb(grey, grey, grey)
  }
  return .rgb(cubeLevels[index / 36], cubeLevels[index / 6 % 6], cubeLevels[index % 6])
}

package let ansiColors = ansiPalette.compactMap { OKLab($0) }
package let indexedColors = indexedPalette.compactMap { OKLab($0) }

private let cubeLevels: [UInt8] = [0, 95, 135, 175, 215, 255]

/// The number, from 16 to 255, of the nearest colour; never 0 to 15, which a theme may redefine.
package func nearestIndex(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> Int {
  16 + OKLab(red, green, blue).nearest(in: indexedColors)
}
