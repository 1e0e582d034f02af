extension Model {
  mutating func toggleDetails() -> [Effect] {
    [.ring]
  }

  mutating func scrollDetails(_ motion: Motion) -> [Effect] {
    [.ring]
  }

  mutating func copy(_ what: Copying) -> [Effect] {
    [.ring]
  }
}
