package import Canvas

/// The terminal's colours, by their numbers.
package struct Palette: Sendable, Hashable {
  package var depth: ColorDepth
  /// The number of colours.
  ///
  /// With 8 the terminal has no bright colours, and bold stands for bright.
  package var count: Int

  package init(depth: ColorDepth, count: Int) {
    self.depth = depth
    self.count = count
  }

  /// A style as the terminal can show it.
  package struct Rendition: Sendable, Hashable {
    /// A colour's number; -1 is the terminal's own.
    package var foreground: Int32 = -1
    package var background: Int32 = -1
    package var attributes: Style.Attributes = []
  }

  package func rendition(for style: Style) -> Rendition {
    var rendition = Rendition(attributes: style.attributes)
    guard depth != .none else {
      // Only the background marks a selection or a label.
      if style.background != .standard { rendition.attributes.formSymmetricDifference(.reverse) }
      return rendition
    }
    rendition.background = number(
      of: style.background, among: depth == .ansi16 ? min(count, 16) : 16)
    rendition.foreground = number(of: style.foreground, among: 16)
    if rendition.foreground == rendition.background, style.foreground != style.background {
      rendition.foreground = opposite(of: rendition.background)
    }
    if count <= 8, rendition.foreground >= 8 {
      rendition.foreground -= 8
      rendition.attributes.insert(.bold)
    }
    return rendition
  }

  private func number(of color: Color, among ansi: Int) -> Int32 {
    switch color {
    case .standard: -1
    case .ansi(let index): Int32(Int(index & 15) % ansi)
    case .rgb(let red, let green, let blue): number(red, green, blue, among: ansi)
    }
  }

  private func number(_ red: UInt8, _ green: UInt8, _ blue: UInt8, among ansi: Int) -> Int32 {
    switch depth {
    case .none: -1
    case .ansi16: Int32(OKLab(red, green, blue).nearest(in: ansiColors.prefix(ansi)))
    case .indexed256: Int32(nearestIndex(red, green, blue))
    case .truecolor: directNumber(red, green, blue)
    }
  }

  /// Black or white, if text and background have become the same colour.
  private func opposite(of number: Int32) -> Int32 {
    let isLight =
      switch (depth, number) {
      case (.truecolor, 16...): number >> 8 & 255 > 127
      case (_, 16..<256): indexedColors[Int(number) - 16].lightness > 0.6
      case (_, 0..<16): ansiColors[Int(number)].lightness > 0.6
      default: false
      }
    return isLight ? 0 : count <= 8 ? 7 : 15
  }
}

/// The number of a colour in Switchback's terminfo entry.
///
/// Numbers below 16 are the ANSI colours, so the darkest blues get an invisible amount of green.
private func directNumber(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> Int32 {
  let number = Int32(red) << 16 | Int32(green) << 8 | Int32(blue)
  return number < 16 ? number | 0x100 : number
}

extension Palette {
  /// The SGR sequence (ECMA-48, 8.3.117) that selects a style.
  ///
  /// It resets the previous one.
  package func sequence(for style: Style) -> String {
    let rendition = self.rendition(for: style)
    let attributes: [(Style.Attributes, String)] = [
      (.bold, "1"), (.dim, "2"), (.underline, "4"), (.reverse, "7"),
    ]
    let parameters =
      ["0"] + attributes.filter { rendition.attributes.contains($0.0) }.map(\.1)
      + selection(of: rendition.foreground, normal: 30, bright: 90, extended: 38)
      + selection(of: rendition.background, normal: 40, bright: 100, extended: 48)
    return "\u{1B}[" + parameters.joined(separator: ";") + "m"
  }

  private func selection(
    of number: Int32, normal: Int32, bright: Int32, extended: Int32
  ) -> [String] {
    switch number {
    case ..<0: []
    case ..<8: [String(normal + number)]
    case ..<16: [String(bright + number - 8)]
    case _ where depth == .truecolor:
      ["\(extended);2;\(number >> 16);\(number >> 8 & 255);\(number & 255)"]
    default: ["\(extended);5;\(number)"]
    }
  }
}
