/// The states of an entry that a query can ask for: `is:mfa`.
package struct EntryStates: OptionSet, Sendable, Hashable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// It requires an MFA code.
  package static let mfa = EntryStates(rawValue: 1)
  /// Its login has expired, and no session of it is cached.
  package static let login = EntryStates(rawValue: 2)
  /// It cannot provide credentials.
  package static let broken = EntryStates(rawValue: 4)
  /// A setting in its files is not used as written.
  package static let problem = EntryStates(rawValue: 8)
  package static let pinned = EntryStates(rawValue: 16)
  package static let readOnly = EntryStates(rawValue: 32)
  /// It requires confirmation.
  package static let confirm = EntryStates(rawValue: 64)
  /// It is among the most recent entries.
  package static let recent = EntryStates(rawValue: 128)

  /// The names in queries, in the order in which they are listed.
  package static let names: KeyValuePairs<String, EntryStates> = [
    "mfa": .mfa, "login": .login, "broken": .broken, "problem": .problem, "pinned": .pinned,
    "recent": .recent, "confirm": .confirm, "read-only": .readOnly,
  ]
  private static let shortNames: KeyValuePairs<String, EntryStates> = [
    "ro": .readOnly, "readonly": .readOnly,
  ]

  /// The state of a name in lower case, or all states whose names begin with it, as while typing;
  /// nil if there are none.
  init?(named text: String) {
    let names = Self.names + Array(Self.shortNames)
    if let exact = names.first(where: { $0.key == text }) {
      self = exact.value
      return
    }
    let begun = names.filter { $0.key.hasPrefix(text) }
    guard !begun.isEmpty else { return nil }
    self = begun.reduce([]) { $0.union($1.value) }
  }
}

/// The current states of entries, which are not part of their table.
package struct CurrentStates: Sendable, Hashable {
  /// Rows of the table.
  package var pinned: [Int]
  package var recent: [Int]
  /// Rows with a cached session.
  package var held: [Int]
  /// The expired logins, by sso-session or start URL.
  package var loggedOut: Set<String>

  package init(
    pinned: [Int] = [], recent: [Int] = [], held: [Int] = [], loggedOut: Set<String> = []
  ) {
    (self.pinned, self.recent, self.held, self.loggedOut) = (pinned, recent, held, loggedOut)
  }
}

extension EntryTable.Reader {
  /// The states of each row.
  func states(_ current: CurrentStates) -> [EntryStates] {
    var states = (0..<rowCount).map { EntryStates(EntryTable.Traits(rawValue: number(.flags, $0))) }
    for row in current.pinned where states.indices.contains(row) { states[row].insert(.pinned) }
    for row in current.recent where states.indices.contains(row) { states[row].insert(.recent) }
    guard !current.loggedOut.isEmpty else { return states }
    var isOut: [Int: Bool] = [0: false]
    for row in states.indices where !states[row].contains(.broken) {
      let login = value(.login, row)
      let isNeeded = isOut[login] ?? current.loggedOut.contains(text(ofValue: login))
      isOut[login] = isNeeded
      if isNeeded { states[row].insert(.login) }
    }
    for row in current.held where states.indices.contains(row) { states[row].remove(.login) }
    return states
  }
}

extension EntryStates {
  fileprivate init(_ traits: EntryTable.Traits) {
    self = []
    if traits.contains(.hasMFA) { insert(.mfa) }
    if traits.contains(.isUnusable) { insert(.broken) }
    if traits.contains(.isDoubtful) { insert(.problem) }
    if traits.contains(.readOnly) { insert(.readOnly) }
    if traits.contains(.confirm) { insert(.confirm) }
  }
}
