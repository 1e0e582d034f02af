/// How many colours can be shown.
package enum ColorDepth: Int, Sendable, Hashable, Comparable, CaseIterable {
  case none
  /// The 8 or 16 that the terminal's own theme decides.
  case ansi16
  case indexed256
  case truecolor

  package static func < (one: ColorDepth, other: ColorDepth) -> Bool {
    one.rawValue < other.rawValue
  }
}

extension Color {
  /// What a terminal of a depth shows for this colour: the nearest that it has.
  ///
  /// Of 16 colours the first 8, which are backgrounds everywhere.
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
