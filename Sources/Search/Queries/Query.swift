package import Accounts

/// A query for entries or lines in fzf's extended search syntax: terms that must all match, each
/// perhaps one of several (`|`).
package struct Query: Sendable, Hashable {
  /// In each set, one term must match.
  let sets: [[Term]]
  /// The first word that looks like a field or a state, but does not name one.
  let unknown: UnknownField?
  /// The account, and perhaps the role, that the whole text names, such as an ARN; nil for words.
  package let reference: AccountReference?

  /// A query for entries, whose terms may name a field or ask for a state, as in
  /// `SearchScope.entries`.
  package init(_ text: String) {
    self.init(text, .entries, AccountReference(text))
  }

  /// A query for switches, whose terms may name a field, as in `SearchScope.switches`.
  package init(ofSwitches text: String) {
    self.init(text, .switches)
  }

  /// A query for lines of text, which have no fields.
  package init(unformatted text: String) {
    self.init(text, .lines)
  }

  private init(_ text: String, _ scope: SearchScope, _ reference: AccountReference? = nil) {
    self.reference = reference
    guard let reference else {
      let parser = QueryParser(text, scope)
      (sets, unknown) = (parser.sets, parser.unknown)
      return
    }
    (sets, unknown) = (reference.terms, nil)
  }

  /// True if the query is empty, so that everything matches.
  package var isEmpty: Bool { sets.isEmpty }

  /// False if all matches are equal, because there are only states and inverse terms; the order
  /// stays as it is.
  package var ranks: Bool {
    sets.contains { $0.contains { !$0.isInverse && $0.states.isEmpty } }
  }

  /// The states that the query asks for.
  package var states: EntryStates {
    sets.joined().reduce([]) { $0.union($1.states) }
  }

  /// True if the other query finds everything that this one finds, so that its results are enough
  /// to search.
  package func narrows(_ other: Query) -> Bool {
    other.sets.allSatisfy { wider in sets.contains { $0.narrows(wider) } }
  }
}

extension [Term] {
  /// True if each alternative here narrows one there.
  fileprivate func narrows(_ other: [Term]) -> Bool {
    allSatisfy { term in other.contains { term.narrows($0) } }
  }
}

extension Term {
  /// True if a text that matches this term certainly matches the other.
  fileprivate func narrows(_ other: Term) -> Bool {
    if self == other { return true }
    guard !isInverse, !other.isInverse, other.fields == nil || other.fields == fields,
      isCaseSensitive == other.isCaseSensitive, ignoresAccents == other.ignoresAccents
    else { return false }
    if !states.isEmpty, other.states.isEmpty { return false }
    switch other.kind {
    case .fuzzy where scope == .switches: return text.holds(other.text)
    case .fuzzy: return other.text.isScattered(in: text)
    case .exact: return kind != .fuzzy && text.holds(other.text)
    case .prefix: return (kind == .prefix || kind == .whole) && text.starts(with: other.text)
    case .suffix:
      return (kind == .suffix || kind == .whole)
        && text.reversed().starts(with: other.text.reversed())
    case .state(let wider): return !states.isEmpty && states.isSubset(of: wider)
    case .boundary, .whole: return false
    }
  }

  /// The states that the term asks for; none for a text.
  fileprivate var states: EntryStates {
    guard case .state(let states) = kind else { return [] }
    return states
  }
}

extension [UInt32] {
  /// True if the others contain these in order.
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

extension AccountReference {
  /// The terms of a query for the account and role.
  package var terms: [[Term]] {
    func whole(_ text: String, _ field: EntryTable.Field) -> Term {
      let scalars = text.lowercased().unicodeScalars.map(\.value)
      return Term(.whole, scalars, ignoresAccents: false, fields: [field], scope: .entries)
    }
    return [[whole(accountID, .account)]] + (roleName.map { [[whole($0, .role)]] } ?? [])
  }
}
