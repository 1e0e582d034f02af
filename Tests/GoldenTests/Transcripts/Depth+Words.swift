import Canvas
import Terminal

extension Depth {
  /// What the terminal is told of a style, such as `white on #d13212, bold`.
  func words(for style: Style) -> String {
    let ink = palette.rendition(for: style)
    let colors = [
      ink.foreground < 0 ? nil : name(of: ink.foreground, self),
      ink.background < 0 ? nil : "on " + name(of: ink.background, self),
    ].compactMap(\.self).joined(separator: " ")
    let words = ([colors] + ink.attributes.names).filter { !$0.isEmpty }
    return words.isEmpty ? "plain" : words.joined(separator: ", ")
  }
}

extension Style.Attributes {
  fileprivate var names: [String] {
    [(.bold, "bold"), (.dim, "dim"), (.underline, "underline"), (.reverse, "reverse")]
      .filter { (attribute: Style.Attributes, _: String) in contains(attribute) }.map(\.1)
  }
}

/// A colour that the user's own terminal decides by its name, any other by number.
private func name(of color: Int32, _ depth: Depth) -> String {
  if ansiNames.indices.contains(Int(color)) { return ansiNames[Int(color)] }
  guard depth == .direct else { return String(color) }
  return "#" + String(String(color + 0x100_0000, radix: 16).dropFirst())
}

private let ansiNames = ["", "bright "].flatMap { bright in
  ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"].map { bright + $0 }
}
