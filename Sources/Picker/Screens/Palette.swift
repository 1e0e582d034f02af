import Accounts

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
    let query = Query(plain: field.text)
    guard query != self.query else { return }
    self.query = query
    found = query.ranked(actions.map { $0.help + " " + $0.name })
    (place, top) = (0, 0)
  }
}
