extension Model {
  mutating func openHistory() -> [Effect] {
    [.ring]
  }
}
