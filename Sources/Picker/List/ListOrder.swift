import Accounts
import Search

/// The order of the list where nothing is looked for, and the sections that it falls into.
struct ListOrder: Equatable, Sendable {
  let entries: EntryOrder
  let sections: [Section]

  /// A run of entries under one heading.
  struct Section: Equatable, Sendable {
    enum Kind: Hashable, Sendable {
      case pinned, recent
      case group(String)
      /// Those of no group, or all that are neither pinned nor recent.
      case others
    }

    let kind: Kind
    /// Places in the order.
    let places: Range<Int>
  }

  /// Pinned entries, by hand; then recent ones, newest first, where the sort is by them; then all others.
  init(_ table: EntryTable, _ wishes: Arrangement) {
    var building = Builder(table)
    building.add(wishes.pinned, as: .pinned)
    if wishes.sort == .recent { building.add(wishes.recents.prefix(9), as: .recent) }
    let rest = building.rest(sortedByName: wishes.sort == .name)
    if wishes.grouping == .none || wishes.grouping == .group && table.columns(of: .group) == 0 {
      building.add(rest, as: .others)
    } else {
      building.add(rest, by: wishes.grouping)
    }
    entries = EntryOrder(rows: building.rows, frecent: wishes.frecent)
    sections = building.sections
  }

  /// What decides on the order, entries being rows of the table.
  struct Arrangement: Equatable, Sendable {
    var sort = Settings.Sort.recent
    var grouping = Settings.Grouping.group
    var pinned: [Int] = []
    /// Newest first.
    var recents: [Int] = []
    /// Those switched to most often and most lately first.
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

    /// Every row that is not placed yet.
    func rest(sortedByName: Bool) -> [UInt32] {
      let rest =
        isPlaced.isEmpty
        ? Array(0..<UInt32(table.count))
        : (0..<UInt32(table.count)).filter { !isPlaced.contains(Int($0)) }
      guard sortedByName else { return rest }
      return table.rowsByName(rest)
    }

    /// The groups in the order of their first entries; those of none last.
    mutating func add(_ rest: [UInt32], by grouping: Settings.Grouping) {
      for (group, rows) in table.rows(rest, by: grouping) {
        add(rows, as: group.map { .group($0) } ?? .others)
      }
    }
  }
}
