import Accounts
import Search

extension List {
  /// The matches of a query: the cached ones, or a search among the matches of a wider query.
  private mutating func answer(_ query: Query) -> FoundEntries {
    if let step = queryPath.lastIndex(where: { $0.query == query }) {
      queryPath.removeSubrange((step + 1)...)
      return queryPath[step].found
    }
    let wider = queryPath.last { query.narrows($0.query) }
    let found = find(query, among: wider?.found)
    // The matches of a hundred thousand entries take a megabyte.
    if queryPath.count >= 4 { queryPath.removeFirst() }
    queryPath.append(QueryAnswer(query: query, found: found))
    return found
  }

  /// The matches of a query in the table, with the current states of the entries.
  func find(_ query: Query, among wider: FoundEntries? = nil) -> FoundEntries {
    guard !query.states.isEmpty else {
      return table.find(query, in: order.entries, among: wider)
    }
    let current = CurrentStates(
      pinned: arrangement.pinned, recent: Array(arrangement.recents.prefix(9)),
      held: table.rows(named: held), loggedOut: loggedOut)
    return table.find(query, in: order.entries, among: wider, current: current)
  }

  /// Applies the current sessions and ended logins.
  ///
  /// If the query depends on them, it runs again. The cursor stays on its entry.
  mutating func updateSessions(held: [String], loggedOut: Set<String>) {
    guard Set(held) != Set(self.held) || loggedOut != self.loggedOut else { return }
    (self.held, self.loggedOut) = (held, loggedOut)
    queryPath.removeAll { $0.query.states.contains(.login) }
    guard query.states.contains(.login) else { return }
    let row = selected
    found = find(query)
    show(row)
  }

  /// A problem with a field or state in the query; nil if there is none.
  var complaint: String? {
    query.complaint(found: found.flatMap { $0.count > 0 ? row(atLine: 0) : nil }.map(entry))
  }

  /// Runs the query again and selects the best match.
  ///
  /// If the query is empty, it selects the entry that was selected before.
  mutating func filter() {
    let query = Query(field.text)
    guard query != self.query else { return }
    if self.query.isEmpty { startRow = selected }
    let selected = selected
    self.query = query
    if query.isEmpty {
      found = nil
      queryPath = []
      show(selected ?? startRow)
    } else {
      found = answer(query)
      line = 0
    }
  }

  /// Clears the query.
  mutating func clear() {
    field = TextField("")
    filter()
  }
}
