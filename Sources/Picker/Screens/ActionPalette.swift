import Canvas
import Search

/// The palette: the actions that are available now, to choose by name.
struct ActionPalette: Equatable, Sendable {
  /// The screen below the palette.
  let screenBelow: Screen
  let actions: [Binding]
  private(set) var field = TextField("")
  private(set) var query = Query("")
  /// The indices of the actions that match the query, the best first.
  private(set) var found: [Int]
  /// The index of the selected match.
  private(set) var place = 0
  private var top = 0

  init(_ actions: [Binding], over below: Screen) {
    self.actions = actions
    self.screenBelow = below
    found = Array(actions.indices)
  }

  var selected: Binding? { found.indices.contains(place) ? actions[found[place]] : nil }

  /// The index of the first action shown.
  ///
  /// It moves only as far as the selection requires.
  func top(showing rows: Int) -> Int {
    min(max(top, place - rows + 1), place, max(0, found.count - rows))
  }
}

extension ActionPalette {
  /// Types text.
  ///
  /// It returns false if not all of it fits.
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

  /// Selects a match.
  ///
  /// It returns false if there is none at the index.
  mutating func select(_ place: Int) -> Bool {
    guard found.indices.contains(place) else { return false }
    self.place = place
    return true
  }

  /// Finds actions by their description and by their name in the settings.
  private mutating func filter() {
    let query = Query(unformatted: field.text)
    guard query != self.query else { return }
    self.query = query
    found = query.ranked(actions.map { $0.help + " " + $0.name })
    (place, top) = (0, 0)
  }
}

extension Model {
  /// Opens the palette in place of the help.
  ///
  /// The same key closes it.
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

  /// Runs the selected action on the screen below.
  mutating func perform(_ palette: ActionPalette) -> [Effect] {
    guard let binding = palette.selected else { return [.ring] }
    screen = palette.screenBelow
    return perform(binding.action)
  }

  /// The palette, if nothing covers it.
  var openedPalette: ActionPalette? {
    guard help == nil, case .palette(let palette) = screen else { return nil }
    return palette
  }

  /// Selects the action at a point.
  ///
  /// It returns false if there is none.
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

  /// The actions that can be chosen by name here: no motions, and none if the palette cannot be
  /// opened.
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
  /// Whether the action can be chosen by name.
  ///
  /// Motions, editing and digits are keys only.
  fileprivate var hasName: Bool {
    switch self {
    case .move, .edit, .scrollDetails, .recent, .palette: false
    case .quit, .suspend, .redraw, .help, .back, .accept, .filter, .previous, .options, .readOnly,
      .jump, .mark, .markAll, .unmarkAll, .fold, .foldAll, .group, .sort, .collapse, .expand, .pin,
      .movePin, .details, .copy, .editEntry, .undo, .history, .mouse, .dismissLesson, .forget,
      .forgetAll:
      true
    }
  }
}
