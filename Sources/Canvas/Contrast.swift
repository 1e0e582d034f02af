import Glibc

extension Color {
  package static let black = Color.rgb(0, 0, 0)
  package static let white = Color.rgb(255, 255, 255)

  /// The contrast ratio of WCAG 2.2, from 1 to 21; nil where the terminal decides on either colour.
  package func contrast(with other: Color) -> Double? {
    guard let mine = luminance, let theirs = other.luminance else { return nil }
    return (max(mine, theirs) + 0.05) / (min(mine, theirs) + 0.05)
  }

  /// Black or white, whichever is read better on this colour: never below 4.58:1.
  ///
  /// `.standard` where the terminal decides on the colour.
  package var ink: Color {
    guard let onBlack = contrast(with: .black), let onWhite = contrast(with: .white)
    else { return .standard }
    return onBlack >= onWhite ? .black : .white
  }

  /// This colour, moved towards black or white as far as its contrast on `background` asks; itself
  /// where that is enough, or where the terminal decides.
  package func legible(on background: Color, atLeast ratio: Double = 4.5) -> Color {
    guard let contrast = contrast(with: background), contrast < ratio else { return self }
    let goal = background.ink
    let steps = (1...20).lazy.map { mixed(with: goal, Double($0) / 20) }
    return steps.first { ($0.contrast(with: background) ?? 0) >= ratio } ?? goal
  }

  /// A blend of this colour and a `share` (0 to 1) of another; itself where the terminal decides.
  package func mixed(with other: Color, _ share: Double) -> Color {
    guard case .rgb(let red, let green, let blue) = self,
      case .rgb(let otherRed, let otherGreen, let otherBlue) = other
    else { return self }
    func mix(_ a: UInt8, _ b: UInt8) -> UInt8 {
      UInt8((Double(a) + (Double(b) - Double(a)) * share).rounded())
    }
    return .rgb(mix(red, otherRed), mix(green, otherGreen), mix(blue, otherBlue))
  }

  /// Relative luminance (WCAG 2.2): 0 for black, 1 for white.
  private var luminance: Double? {
    guard case .rgb(let red, let green, let blue) = self else { return nil }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }
}

/// An sRGB channel as light.
private func linear(_ channel: UInt8) -> Double {
  let value = Double(channel) / 255
  return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
}
