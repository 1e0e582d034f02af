package import Accounts

/// What was typed to find an entry or a line: fzf's extended search, terms that must all be found, each perhaps
/// one of several (`|`).
package struct Query: Sendable, Hashable {
  /// Of each set, one term must be found.
  let sets: [[Term]]
  /// The first word that seems to name a field or a state, and names none.
  let unknown: UnknownField?
  /// The account, and perhaps the role, that the whole text names, such as any ARN; nil for words.
  package let reference: AccountReference?

  /// A query over entries, whose terms may name a field or ask for a state, as
  /// `SearchScope.entries` has them.
  package init(_ text: String) {
    self.init(text, .entries, AccountReference(text))
  }

  /// A query over switches, whose terms may name a field, as `SearchScope.switches` has them.
  package init(ofSwitches text: String) {
    self.init(text, .switches)
  }

  /// A query over plain lines, which have no fields.
  package init(plain text: String) {
    self.init(text, .lines)
  }

  private init(_ text: String, _ scope: SearchScope, _ reference: AccountReference? = nil) {
    self.reference = reference
    guard let reference else {
      let reading = QueryParser(text, scope)
      (sets, unknown) = (reading.sets, reading.unknown)
      return
    }
    (sets, unknown) = (reference.terms, nil)
  }

  /// True if there is nothing to look for, so that everything is found.
  package var isEmpty: Bool { sets.isEmpty }

  /// False if there are only states, and things not wanted, which make no match better than
  /// another: order stays as it is.
  package var ranks: Bool {
    sets.contains { $0.contains { !$0.isInverse && $0.states.isEmpty } }
  }

  /// The states that are asked for.
  package var states: EntryStates {
    sets.joined().reduce([]) { $0.union($1.states) }
  }

  /// True if whatever this query finds, the other finds too, so that looking through that is enough.
  package func narrows(_ other: Query) -> Bool {
    other.sets.allSatisfy { wider in sets.contains { $0.narrows(wider) } }
  }
}

extension [Term] {
  /// True if each way to be found here is a way to be found there.
  fileprivate func narrows(_ other: [Term]) -> Bool {
    allSatisfy { term in other.contains { term.narrows($0) } }
  }
}

extension Term {
  /// True if a text that has this has the other too; false if that is not plain to see.
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

  /// The states that it asks for; none for a text.
  fileprivate var states: EntryStates {
    guard case .state(let states) = kind else { return [] }
    return states
  }
}

extension [UInt32] {
  /// True if these stand in the others, in order.
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
  /// What an entry of it has, as the terms of a query.
  package var terms: [[Term]] {
    func whole(_ text: String, _ field: EntryTable.Field) -> Term {
      let scalars = text.lowercased().unicodeScalars.map(\.value)
      return Term(.whole, scalars, ignoresAccents: false, fields: [field], scope: .entries)
    }
    return [[whole(accountID, .account)]] + (roleName.map { [[whole($0, .role)]] } ?? [])
  }
}
