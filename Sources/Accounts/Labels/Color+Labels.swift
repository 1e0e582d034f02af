package import Canvas

extension Color {
  /// The colours with names in labels.
  package static let named: KeyValuePairs<String, Color> = [
    "red": .rgb(0xd1, 0x32, 0x12), "orange": .rgb(0xec, 0x72, 0x11),
    "yellow": .rgb(0xf2, 0xc7, 0x44), "green": .rgb(0x1d, 0x81, 0x02),
    "teal": .rgb(0x00, 0xa1, 0xc9), "blue": .rgb(0x00, 0x73, 0xbb),
    "purple": .rgb(0x6b, 0x48, 0xc8), "pink": .rgb(0xd6, 0x33, 0x6c),
    "grey": .rgb(0x87, 0x95, 0x96),
  ]

  /// The colour of a label: a name, or `rrggbb` with or without `#`; nil for other text.
  package init?(label text: String) {
    guard !text.hasPrefix("#") else {
      self.init(hex: text)
      return
    }
    let lowered = text.lowercased()
    let name = lowered == "gray" ? "grey" : lowered
    if let found = Self.named.first(where: { $0.key == name }) {
      self = found.value
    } else {
      self.init(hex: text)
    }
  }

  /// The colour for `init(label:)`, by name if it has one; nil if the terminal's theme defines it.
  package var labelText: String? {
    Self.named.first { $0.value == self }?.key ?? hex
  }
}

extension Color {
  /// The colour of a name without a colour of its own: the same on every machine and in every
  /// version.
  package init(derivedFrom name: String, among colors: [Color] = Self.derived) {
    self = colors[Int(fingerprint(name) % UInt64(colors.count))]
  }

  /// The colours for names without a word for an environment.
  ///
  /// Any two of them, and each of them and the colours of environments, are distinguishable: at
  /// least 0.10 apart in OKLab, also with any kind of colour blindness. Their order and number
  /// determine the colours of all users: neither may change.
  package static let derived: [Color] = [
    .rgb(0xff, 0x66, 0x99), .rgb(0x66, 0x11, 0x99), .rgb(0x44, 0xee, 0xaa),
    .rgb(0x88, 0x55, 0x77), .rgb(0xcc, 0xcc, 0xff), .rgb(0x99, 0x77, 0xff),
    .rgb(0x55, 0xaa, 0xcc),
  ]

  /// The colours for `automatic_colors: name`: twelve hues at equal angles in OKLCH, alternately
  /// dark and light.
  ///
  /// Neither their order nor their number may change.
  package static let derivedFromNamesAlone: [Color] = [
    .rgb(0xb8, 0x44, 0x55), .rgb(0xe9, 0x7c, 0x48), .rgb(0x98, 0x66, 0x00),
    .rgb(0xad, 0xa2, 0x03), .rgb(0x47, 0x84, 0x16), .rgb(0x08, 0xba, 0x87),
    .rgb(0x0a, 0x82, 0x82), .rgb(0x05, 0xae, 0xdc), .rgb(0x29, 0x71, 0xc6),
    .rgb(0x96, 0x8f, 0xf7), .rgb(0x92, 0x52, 0xad), .rgb(0xde, 0x75, 0xb4),
  ]
}

extension Settings.AutomaticColors {
  /// The colour of an entry without a colour of its own; like rules, it uses both names.
  package func color(name: String, displayName: String) -> Color {
    switch self {
    case .name: return Color(derivedFrom: name, among: Color.derivedFromNamesAlone)
    case .environment:
      let names = name == displayName ? [name] : [name, displayName]
      let environments = names.compactMap { NamedEnvironment(in: $0) }
      return environments.min()?.color ?? Color(derivedFrom: name)
    }
  }
}

/// FNV-1a of the name's UTF-8, 64 bits; Swift's own hashes differ between runs.
private func fingerprint(_ name: String) -> UInt64 {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for byte in name.utf8 {
    hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }
  // FNV's low bits alone are weak for short names that differ in one character.
  return hash ^ (hash >> 32)
}
