import Accounts
import Canvas

extension ThemePreview {
  /// Takes in what happened, and gives what is to be done about it, in order.
  package mutating func update(_ message: Message) -> [Effect] {
    switch message {
    case .key(let key): return press(key)
    case .scrolled(let lines):
      for _ in 0..<min(abs(lines), 100) { move(lines < 0 ? .up : .down) }
    case .clicked(let point): select(at: point)
    case .doubleClicked(let point):
      select(at: point)
      return choose()
    case .resized(let size): self.size = size
    default: break
    }
    return []
  }

  private mutating func press(_ key: Key) -> [Effect] {
    let before = typed
    typed = ""
    switch (key.code, key.modifiers) {
    case (.enter, []): return choose()
    case (.escape, []), (.character("c"), .control): return [.leave]
    case (.character("z"), .control): return [.suspend]
    case (.character("l"), .control): return [.redraw]
    case (.tab, []): showWithFewerColors()
    case (.right, []): sample = (sample + 1) % samples.count
    case (.left, []): sample = (sample + samples.count - 1) % samples.count
    case (.character(let character), let modifiers) where modifiers.isSubset(of: .shift):
      jump(to: character, after: before)
    default: motion(key).map { move($0) }
    }
    return []
  }

  private func choose() -> [Effect] {
    shown.map { [.choose($0.name)] } ?? []
  }

  private mutating func move(_ motion: Motion) {
    let page = max(1, PreviewLayout(self, size).names.size.rows)
    place = motion.applied(to: place, page: page, count: max(1, themes.count))
  }

  private mutating func select(at point: Point) {
    let names = PreviewLayout(self, size).names
    guard names.contains(point) else { return }
    let clicked = top(showing: names.size.rows) + point.row - names.origin.row
    if themes.indices.contains(clicked) { place = clicked }
  }

  /// The theme whose name begins with what was typed so far; else the next that begins with the letter alone, after
  /// the last the first again.
  private mutating func jump(to letter: Character, after before: String) {
    let after = Array(themes.indices.dropFirst(place + 1)) + Array(themes.indices.prefix(place + 1))
    let longer = (before + String(letter)).lowercased()
    if !before.isEmpty,
      let found = ([place] + after).first(where: { themes[$0].name.lowercased().hasPrefix(longer) })
    {
      (place, typed) = (found, longer)
    } else if let found = after.first(where: {
      themes[$0].name.lowercased().hasPrefix(letter.lowercased())
    }) {
      (place, typed) = (found, letter.lowercased())
    }
  }

  /// Each press takes colours away; after none there are all again.
  private mutating func showWithFewerColors() {
    depth = ColorDepth(rawValue: depth.rawValue - 1) ?? mostColors
  }
}

private func motion(_ key: Key) -> Motion? {
  switch (key.code, key.modifiers) {
  case (.up, []), (.character("p"), .control): .up
  case (.down, []), (.character("n"), .control): .down
  case (.pageUp, []): .pageUp
  case (.pageDown, []): .pageDown
  case (.home, []): .first
  case (.end, []): .last
  default: nil
  }
}
