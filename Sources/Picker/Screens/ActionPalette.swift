import Canvas
import Search

/// The actions that can be asked for now, to be chosen by name.
struct ActionPalette: Equatable, Sendable {
  /// What it lies over.
  let screenBelow: Screen
  let actions: [Binding]
  private(set) var field = TextField("")
  private(set) var query = Query("")
  /// Places of the actions that the query finds, the best first.
  private(set) var found: [Int]
  /// Which of those found is selected.
  private(set) var place = 0
  private var top = 0

  init(_ actions: [Binding], over below: Screen) {
    self.actions = actions
    self.screenBelow = below
    found = Array(actions.indices)
  }

  var selected: Binding? { found.indices.contains(place) ? actions[found[place]] : nil }

  /// The place of the first action shown, moved no more than the selection asks for.
  func top(showing rows: Int) -> Int {
    min(max(top, place - rows + 1), place, max(0, found.count - rows))
  }
}

extension ActionPalette {
  /// Types text; false where it does not all fit.
  mutating func type(_ text: String) -> Bool {
    let fits = field.insert(text)
    filter()
    return fits
  }

  mutating func apply(_ edit: TextField.Edit) {
    field.apply(edit)
    filter()
  }

  mutating func move(_ motion: Motion, page: Int) {
    place = motion.applied(to: place, page: max(1, page), count: max(1, found.count))
    top = top(showing: page)
  }

  /// False where no action stands there.
  mutating func select(_ place: Int) -> Bool {
    guard found.indices.contains(place) else { return false }
    self.place = place
    return true
  }

  /// An action is found by what it does, and by the name that the settings have for it.
  private mutating func filter() {
    let query = Query(unformatted: field.text)
    guard query != self.query else { return }
    self.query = query
    found = query.ranked(actions.map { $0.help + " " + $0.name })
    (place, top) = (0, 0)
  }
}

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
