import Canvas
import Terminal

extension Depth {
  /// A style as the terminal gets it, for example `white on #d13212, bold`.
  func words(for style: Style) -> String {
    let rendition = palette.rendition(for: style)
    let colors = [
      rendition.foreground < 0 ? nil : name(of: rendition.foreground, self),
      rendition.background < 0 ? nil : "on " + name(of: rendition.background, self),
    ].compactMap(\.self).joined(separator: " ")
    let words = ([colors] + rendition.attributes.names).filter { !$0.isEmpty }
    return words.isEmpty ? "plain" : words.joined(separator: ", ")
  }
}

extension Style.Attributes {
  fileprivate var names: [String] {
    [(.bold, "bold"), (.dim, "dim"), (.underline, "underline"), (.reverse, "reverse")]
      .filter { (attribute: Style.Attributes, _: String) in contains(attribute) }.map(\.1)
  }
}

/// A colour that the user's terminal defines by its name, any other one by its number.
private func name(of color: Int32, _ depth: Depth) -> String {
  if ansiNames.indices.contains(Int(color)) { return ansiNames[Int(color)] }
  guard depth == .direct else { return String(color) }
  return "#" + String(String(color + 0x100_0000, radix: 16).dropFirst())
}

private let ansiNames = ["", "bright "].flatMap { bright in
  ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"].map { bright + $0 }
}
