/// What a query looks through.
enum SearchScope: Sendable, Hashable {
  case entries
  /// Of the history, whose rows have how and when where entries have group and ARN.
  case switches
  case lines
}

extension SearchScope {
  /// What a query calls the fields that it can name.
  var names: [([UInt32], EntryTable.Field)] {
    switch self {
    case .entries: Self.entryNames
    case .switches: Self.switchNames
    case .lines: []
    }
  }

  private static let entryNames = read([
    ("id:", .account), ("role:", .role), ("group:", .group), ("region:", .region), ("name:", .name),
  ])
  private static let switchNames = read([
    ("id:", .account), ("role:", .role), ("region:", .region), ("name:", .name),
    ("how:", HistoryTable.how), ("date:", HistoryTable.when),
  ])

  private static func read(
    _ names: [(String, EntryTable.Field)]
  ) -> [([UInt32], EntryTable.Field)] {
    names.map { ($0.unicodeScalars.map(\.value), $1) }
  }
}

extension Term {
  /// A fuzzy term of a query over switches finds times too, but only as they are written.
  var orTime: [Term] {
    guard kind == .fuzzy, field == nil, !isInverse else { return [self] }
    let time = Term(
      .exact, text, heedsCase: heedsCase, ignoresAccents: ignoresAccents, field: HistoryTable.when,
      scope: scope)
    return [time, self]
  }
}
