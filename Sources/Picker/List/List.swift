import Accounts

/// The entries, what of them the query leaves, and which one is selected.
struct List: Equatable, Sendable {
  /// Cleaned, in the order shown, which stays as it is for the life of the screen.
  let entries: [IndexedEntry]
  /// Indices of the entries switched to, newest first.
  let recents: [Int]
  /// The index that Alt-- goes to: the newest recent entry that is not the current one.
  let previous: Int?
  let current: Int?
  /// Indices by the entries' own keys.
  let shortcuts: [Character: Int]
  let widths: Widths

  var field = TextField("")
  /// The query that `matches` are the answer to.
  private(set) var query = Query("")
  /// Indices, ascending.
  private(set) var matches: [Int]
  /// An index; nil where nothing matches.
  private(set) var selected: Int?
  /// The place among the matches that the first row shown has.
  private(set) var top = 0

  init(entries: [Entry], recents: [String], current: String?, sort: Settings.Sort) {
    let order = sort.order(of: entries, recents: recents)
    self.entries = order.map { IndexedEntry(entries[$0].cleaned) }
    let shown = self.entries.lazy.map(\.entry)
    let positions = Positions(of: recents + [current].compactMap(\.self), in: shown)
    self.recents = positions.indices(of: recents)
    self.current = current.flatMap { positions[$0] }
    previous = self.recents.first { [current = self.current] in $0 != current }
    shortcuts = Dictionary(
      shown.enumerated().compactMap { index, entry in entry.label.shortcut.map { ($0, index) } },
      uniquingKeysWith: { first, _ in first })
    widths = Widths(shown)
    matches = Array(entries.indices)
    selected = matches.first
  }

  /// The entry at an index, as it is to be shown.
  func entry(_ index: Int) -> Entry { entries[index].entry }
}

extension List {
  /// Answers the query anew; the selected entry stays selected while it matches.
  mutating func filter() {
    let query = Query(field.text)
    guard query != self.query else { return }
    if query.isEmpty {
      matches = Array(entries.indices)
    } else if query.narrows(self.query) {
      matches.removeAll { !query.matches(entries[$0]) }
    } else {
      matches = entries.indices.filter { query.matches(entries[$0]) }
    }
    self.query = query
    if place == nil { selected = matches.first }
  }

  /// The place of the selected entry among the matches.
  var place: Int? {
    guard let selected else { return nil }
    var low = 0
    var high = matches.count
    while low < high {
      let middle = (low + high) / 2
      if matches[middle] < selected { low = middle + 1 } else { high = middle }
    }
    return low < matches.count && matches[low] == selected ? low : nil
  }

  /// Selects the match at a place, or the nearest there is.
  mutating func select(place: Int) {
    guard !matches.isEmpty else { return }
    selected = matches[min(max(0, place), matches.count - 1)]
  }

  /// Selects an entry, which the query must leave room for: else the query goes.
  mutating func select(_ index: Int) {
    selected = index
    if place == nil { clear() }
  }

  /// Empties the query.
  mutating func clear() {
    field = TextField("")
    filter()
  }

  mutating func move(_ motion: Motion, page: Int) {
    guard let place else { return }
    select(place: motion.applied(to: place, page: max(1, page), count: matches.count))
  }

  mutating func scroll(toShowSelectionIn rows: Int) {
    top = top(showingSelectionIn: rows)
  }

  /// The place of the first row, moved no more than the selection and the end of the list ask for.
  func top(showingSelectionIn rows: Int) -> Int {
    guard rows > 0, let place else { return 0 }
    let least = max(0, place - rows + 1)
    let most = min(place, max(0, matches.count - rows))
    return min(max(top, least), max(least, most))
  }
}
