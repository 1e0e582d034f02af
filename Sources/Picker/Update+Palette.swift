import Canvas

extension Model {
  /// Opens the palette over the screen, the help giving way to it; the key that opened it closes it.
  mutating func openPalette() -> [Effect] {
    if case .palette = screen { return back() }
    var beneath = self
    beneath.help = nil
    let actions = beneath.offeredActions
    guard !actions.isEmpty else { return [.ring] }
    help = nil
    screen = .palette(ActionPalette(actions, over: screen))
    return []
  }

  /// Does what is selected there, on the screen below.
  mutating func perform(_ palette: ActionPalette) -> [Effect] {
    guard let binding = palette.selected else { return [.ring] }
    screen = palette.screenBelow
    return perform(binding.action)
  }

  /// The palette, where nothing lies over it.
  var openedPalette: ActionPalette? {
    guard help == nil, case .palette(let palette) = screen else { return nil }
    return palette
  }

  /// Selects the action that is shown at a point; false where there is none.
  mutating func select(_ point: Point, in palette: ActionPalette) -> Bool {
    let layout = ActionPaletteLayout(palette, on: size)
    let top = palette.top(showing: layout.rows.count)
    var palette = palette
    guard layout.area.contains(point), layout.rows.contains(point.row),
      palette.select(top + point.row - layout.rows.lowerBound)
    else { return false }
    screen = .palette(palette)
    return true
  }

  /// What makes sense to choose by name here: no mere motions, and only where the palette can be opened.
  private var offeredActions: [Binding] {
    guard
      keymap.bindings.contains(where: { $0.action == .palette && $0.contexts.contains(context) })
    else { return [] }
    let offered = keymap.bindings.filter {
      $0.contexts.contains(context) && $0.action.hasName && isAvailable($0.action, on: size)
    }
    return Topic.allCases.flatMap { topic in offered.filter { $0.topic == topic } }
  }
}

extension Action {
  /// False for what is only ever meant as a key: motions, editing, and a digit that counts.
  fileprivate var hasName: Bool {
    switch self {
    case .move, .edit, .scrollDetails, .recent, .palette: false
    default: true
    }
  }
}
