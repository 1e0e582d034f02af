/// A requested colour; the terminal's palette limits how it is shown.
package enum Color: Sendable, Hashable {
  /// The terminal's own foreground or background.
  case standard
  /// One of the terminal's 16 ANSI colours, which the terminal's theme defines.
  case ansi(UInt8)
  case rgb(UInt8, UInt8, UInt8)
}

extension Color {
  /// The colour of `rrggbb`, with or without a leading `#`; nil for other text.
  package init?(hex: some StringProtocol) {
    // Bytes are of a concrete type: generic text costs a microsecond, ten thousand times at each
    // start.
    let bytes = Array(String(hex).utf8)
    let digits = bytes.first == UInt8(ascii: "#") ? bytes.dropFirst() : bytes[...]
    guard digits.count == 6, digits.allSatisfy(\.isHexDigit) else { return nil }
    // The low four bits of a letter are its position in the alphabet, and only letters have bit 6.
    let value = digits.reduce(0) { $0 << 4 | Int($1 & 0xF) + Int($1 >> 6) * 9 }
    self = .rgb(UInt8(value >> 16 & 255), UInt8(value >> 8 & 255), UInt8(value & 255))
  }

  /// The colour as `#rrggbb`; nil if the terminal's theme defines it.
  package var hex: String? {
    guard case .rgb(let red, let green, let blue) = self else { return nil }
    let digits = [red >> 4, red & 15, green >> 4, green & 15, blue >> 4, blue & 15]
    return String(decoding: [UInt8(ascii: "#")] + digits.map(hexDigit), as: UTF8.self)
  }
}

private func hexDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
}

extension UInt8 {
  /// True for 0-9, a-f and A-F.
  package var isHexDigit: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
    default: false
    }
  }
}

extension Color {
  package static let black = Color.rgb(0, 0, 0)
  package static let white = Color.rgb(255, 255, 255)

  /// The contrast ratio of WCAG 2.2, from 1 to 21; nil if the terminal defines either colour.
  package func contrast(with other: Color) -> Double? {
    guard let mine = luminance, let theirs = other.luminance else { return nil }
    return (max(mine, theirs) + 0.05) / (min(mine, theirs) + 0.05)
  }

  /// Black or white, whichever has more contrast on this colour: at least 4.58:1.
  ///
  /// `.standard` if the terminal defines the colour.
  package var textColor: Color {
    guard let onBlack = contrast(with: .black), let onWhite = contrast(with: .white)
    else { return .standard }
    return onBlack >= onWhite ? .black : .white
  }

  /// This colour as a terminal of a depth shows it, made lighter or darker until it has the
  /// contrast `ratio` on `background`; its hue is kept (OKLCH).
  ///
  /// It is unchanged if the contrast is enough, or if the terminal defines either colour.
  /// `background` is the colour as shown at that depth.
  package func legible(
    on background: Color, atLeast ratio: Double = 4.5, at depth: ColorDepth = .truecolor
  ) -> Color {
    let shown = shown(at: depth)
    guard let contrast = shown.contrast(with: background), contrast < ratio, let lab = OKLab(self)
    else { return shown }
    let goal = goal(on: background, atLeast: ratio)
    let distance = (goal == .white ? 1 : 0) - lab.lightness
    let steps = (1..<32).lazy.map { step in
      var moved = lab
      moved.lightness += distance * Double(step) / 32
      return moved.color.shown(at: depth)
    }
    return steps.first { ($0.contrast(with: background) ?? 0) >= ratio } ?? goal
  }

  /// White or black: the one on this colour's side of the background, unless only the other has
  /// enough contrast.
  private func goal(on background: Color, atLeast ratio: Double) -> Color {
    guard let mine = luminance, let theirs = background.luminance else {
      return background.textColor
    }
    let side: Color = mine >= theirs ? .white : .black
    return (side.contrast(with: background) ?? 0) >= ratio ? side : background.textColor
  }

  /// Whether a terminal with this background is a light one; nil if the terminal defines the
  /// colour.
  ///
  /// The threshold is a luma (BT.2020) of 0.6, as in yazi and other programs.
  package var isLight: Bool? {
    guard case .rgb(let red, let green, let blue) = self else { return nil }
    return 0.2627 * Double(red) + 0.678 * Double(green) + 0.0593 * Double(blue) > 0.6 * 255
  }

  /// A mix of this colour and a `share` (0 to 1) of another; unchanged if the terminal defines
  /// either.
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
    return 0.2126 * linearLight(red) + 0.7152 * linearLight(green) + 0.0722 * linearLight(blue)
  }
}
