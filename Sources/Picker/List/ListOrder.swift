import Accounts
import Search

/// The order of the list without a query, and its sections.
struct ListOrder: Equatable, Sendable {
  let entries: EntryOrder
  let sections: [Section]

  /// A run of entries under one heading.
  struct Section: Equatable, Sendable {
    enum Kind: Hashable, Sendable {
      case pinned, recent
      case group(String)
      /// The entries without a group, or all that are neither pinned nor recent.
      case others
    }

    let kind: Kind
    /// The indices in the order.
    let places: Range<Int>
  }

  /// Creates the order: pinned entries in the user's order, then recent ones, newest first, if the
  /// sort is by recent use, then all others.
  init(_ table: EntryTable, _ arrangement: Arrangement) {
    var building = Builder(table)
    building.add(arrangement.pinned, as: .pinned)
    if arrangement.sort == .recent { building.add(arrangement.recents.prefix(9), as: .recent) }
    let rest = building.rest(sortedByName: arrangement.sort == .name)
    if arrangement.grouping == .none
      || arrangement.grouping == .group && table.columns(of: .group) == 0
    {
      building.add(rest, as: .others)
    } else {
      building.add(rest, by: arrangement.grouping)
    }
    entries = EntryOrder(rows: building.rows, frecent: arrangement.frecent)
    sections = building.sections
  }

  /// The settings that determine the order.
  ///
  /// Entries are rows of the table.
  struct Arrangement: Equatable, Sendable {
    var sort = Settings.Sort.recent
    var grouping = Settings.Grouping.group
    var pinned: [Int] = []
    /// Newest first.
    var recents: [Int] = []
    /// The entries by frequency and recency of use, the most used first.
    var frecent: [Int] = []
  }
}

extension ListOrder {
  fileprivate struct Builder {
    private let table: EntryTable
    private(set) var rows: [UInt32] = []
    private(set) var sections: [Section] = []
    private var isPlaced: Set<Int> = []

    init(_ table: EntryTable) {
      self.table = table
      rows.reserveCapacity(table.count)
    }

    mutating func add(_ added: some Sequence<Int>, as kind: Section.Kind) {
      let start = rows.count
      for row in added where isPlaced.insert(row).inserted { rows.append(UInt32(row)) }
      if rows.count > start { sections.append(Section(kind: kind, places: start..<rows.count)) }
    }

    mutating func add(_ rest: [UInt32], as kind: Section.Kind) {
      let start = rows.count
      rows += rest
      if rows.count > start { sections.append(Section(kind: kind, places: start..<rows.count)) }
    }

    /// The rows that are not placed yet.
    func rest(sortedByName: Bool) -> [UInt32] {
      let rest =
        isPlaced.isEmpty
        ? Array(0..<UInt32(table.count))
        : (0..<UInt32(table.count)).filter { !isPlaced.contains(Int($0)) }
      guard sortedByName else { return rest }
      return table.rowsByName(rest)
    }

    /// Adds the groups in the order of their first entries, then the entries without a group.
    mutating func add(_ rest: [UInt32], by grouping: Settings.Grouping) {
      for (group, rows) in table.rows(rest, by: grouping) {
        add(rows, as: group.map { .group($0) } ?? .others)
      }
    }
  }
}
