/// What was typed to find an entry or a line: fzf's extended search, terms that must all be found, each perhaps
/// one of several (`|`).
package struct Query: Sendable, Hashable {
  /// Of each set, one term must be found.
  let sets: [[Term]]

  /// A query over entries, whose terms may name a field: `id:`, `role:`, `group:`, `region:` or `name:`.
  package init(_ text: String) {
    sets = QueryReading(text, .entries).sets
  }

  /// A query over switches, whose terms may name `id:`, `role:`, `region:`, `name:`, `how:` or
  /// `date:`.
  package init(ofSwitches text: String) {
    sets = QueryReading(text, .switches).sets
  }

  /// A query over plain lines, which have no fields.
  package init(plain text: String) {
    sets = QueryReading(text, .lines).sets
  }

  /// True where there is nothing to look for, so that everything is found.
  package var isEmpty: Bool { sets.isEmpty }

  /// False where there are only things not wanted, which make no match better than another: order stays as it is.
  package var ranks: Bool {
    sets.contains { $0.contains { !$0.isInverse } }
  }

  /// True where whatever this query finds, the other finds too, so that looking through that is enough.
  package func narrows(_ other: Query) -> Bool {
    other.sets.allSatisfy { wider in sets.contains { $0.narrows(wider) } }
  }
}

extension [Term] {
  /// True where each way to be found here is a way to be found there.
  fileprivate func narrows(_ other: [Term]) -> Bool {
    allSatisfy { term in other.contains { term.narrows($0) } }
  }
}

extension Term {
  /// True where a text that has this has the other too; false where that is not plain to see.
  fileprivate func narrows(_ other: Term) -> Bool {
    if self == other { return true }
    guard !isInverse, !other.isInverse, other.field == nil || other.field == field,
      heedsCase == other.heedsCase, ignoresAccents == other.ignoresAccents
    else { return false }
    switch other.kind {
    case .fuzzy where scope == .switches: return text.holds(other.text)
    case .fuzzy: return other.text.isScattered(in: text)
    case .exact: return kind != .fuzzy && text.holds(other.text)
    case .prefix: return (kind == .prefix || kind == .whole) && text.starts(with: other.text)
    case .suffix:
      return (kind == .suffix || kind == .whole)
        && text.reversed().starts(with: other.text.reversed())
    case .boundary, .whole: return false
    }
  }
}

extension [UInt32] {
  /// True where these stand in the others, in order.
  fileprivate func isScattered(in other: [UInt32]) -> Bool {
    var rest = self[...]
    for scalar in other where scalar == rest.first { rest.removeFirst() }
    return rest.isEmpty
  }

  fileprivate func holds(_ other: [UInt32]) -> Bool {
    guard count >= other.count else { return false }
    return (0...count - other.count).contains { self[$0...].starts(with: other) }
  }
}
