package import Canvas

extension Palette {
  /// What to write before text for it to look so: an SGR sequence (ECMA-48, 8.3.117), which takes
  /// back the one before.
  package func sequence(for style: Style) -> String {
    let ink = rendition(for: style)
    let attributes: [(Style.Attributes, String)] = [
      (.bold, "1"), (.dim, "2"), (.underline, "4"), (.reverse, "7"),
    ]
    let parameters =
      ["0"] + attributes.filter { ink.attributes.contains($0.0) }.map(\.1)
      + selection(of: ink.foreground, normal: 30, bright: 90, extended: 38)
      + selection(of: ink.background, normal: 40, bright: 100, extended: 48)
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
