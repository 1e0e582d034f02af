extension Model {
  mutating func openPalette() -> [Effect] {
    [.ring]
  }
}
