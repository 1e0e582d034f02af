package import Accounts
package import Canvas

/// The screen for choosing a theme: the names, and beside or below them the picker in each theme.
package struct ThemePreview: Equatable, Sendable {
  let themes: [NamedScheme]
  /// The index of the shown theme.
  var place: Int
  /// The colour depth of the preview, and the maximum of the terminal.
  var depth: ColorDepth
  let mostColors: ColorDepth
  /// The index of the shown sample.
  var sample = 0
  /// The typed start of a theme's name, until any other key.
  var typed = ""
  let samples = Model.samples
  var size = Size(rows: 24, columns: 80)
  let isLight: Bool
  let ascii: Bool

  /// Creates the screen for themes, with the theme `name` shown first, for a terminal with a given
  /// colour depth that may be light.
  package init(
    _ themes: [NamedScheme], at name: String? = nil, depth: ColorDepth = .truecolor,
    isLight: Bool = false, ascii: Bool = false
  ) {
    self.themes = themes
    place = themes.firstIndex { $0.name == name } ?? 0
    self.depth = depth
    mostColors = depth
    self.isLight = isLight
    self.ascii = ascii
  }
}

extension ThemePreview {
  /// Something that the screen asks its caller to do.
  package enum Effect: Equatable, Sendable {
    /// Close the screen; the user chose the theme with this name.
    case choose(String)
    /// Close the screen without a choice.
    case leave
    case suspend, redraw
  }

  /// The shown theme; nil if there are no themes.
  var shown: NamedScheme? { themes.indices.contains(place) ? themes[place] : nil }

  /// The current look.
  var look: Look {
    let scheme = shown?.scheme ?? .terminal
    return Look(dark: scheme, light: scheme, ascii: ascii).shown(at: depth).shown(onLight: isLight)
  }
}

extension ThemePreview {
  /// Processes a message and returns the effects to perform, in order.
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

  /// Selects the theme whose name begins with the typed text, or else the next one that begins with
  /// the letter, continuing at the first after the last.
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

  /// Reduces the colour depth at each press.
  ///
  /// After no colours all colours follow.
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
