extension Model {
  mutating func mark(_ motion: Motion) -> [Effect] {
    [.ring]
  }

  mutating func markAll() -> [Effect] {
    [.ring]
  }
}
