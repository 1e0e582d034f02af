package import Canvas

extension Color {
  /// The colours that a label can ask for by name.
  package static let named: KeyValuePairs<String, Color> = [
    "red": .rgb(0xd1, 0x32, 0x12), "orange": .rgb(0xec, 0x72, 0x11),
    "yellow": .rgb(0xf2, 0xc7, 0x44), "green": .rgb(0x1d, 0x81, 0x02),
    "teal": .rgb(0x00, 0xa1, 0xc9), "blue": .rgb(0x00, 0x73, 0xbb),
    "purple": .rgb(0x6b, 0x48, 0xc8), "pink": .rgb(0xd6, 0x33, 0x6c),
    "grey": .rgb(0x87, 0x95, 0x96),
  ]

  /// The colour of a label as people write it: a name, or `rrggbb` with or without `#`; nil for neither.
  package init?(label text: String) {
    guard !text.hasPrefix("#") else {
      self.init(hex: text)
      return
    }
    let wanted = text.lowercased()
    let name = wanted == "gray" ? "grey" : wanted
    if let found = Self.named.first(where: { $0.key == name }) {
      self = found.value
    } else {
      self.init(hex: text)
    }
  }

  /// The colour as `init(label:)` reads it, by name where it has one; nil where the terminal's theme decides.
  package var labelText: String? {
    Self.named.first { $0.value == self }?.key ?? hex
  }
}
