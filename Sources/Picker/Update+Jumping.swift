extension Model {
  mutating func openJump() -> [Effect] {
    [.ring]
  }
}
