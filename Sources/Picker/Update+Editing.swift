extension Model {
  mutating func openEditor() -> [Effect] {
    [.ring]
  }

  mutating func undo() -> [Effect] {
    [.ring]
  }
}
