extension Model {
  /// One step back; from the bare list, out.
  mutating func back() -> [Effect] {
    guard help == nil else {
      help = nil
      return []
    }
    defer { screen = .list }
    switch screen {
    case .calling, .askingCode: return [.cancelCall]
    case .choosing, .confirming, .failed: return []
    case .list: return backFromList()
    }
  }

  private mutating func backFromList() -> [Effect] {
    if !list.field.isEmpty {
      list.clear()
    } else if let typed = role {
      role = nil
      list.field = TextField(typed.text)
      list.filter()
    } else {
      return [.leave(.cancelled)]
    }
    return []
  }
}
