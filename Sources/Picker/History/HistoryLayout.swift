import Search

/// Which column of the screen each part of a row of the history begins at.
///
///     pointer, bar, time, name, account …
struct HistoryLayout: Equatable {
  struct Part: Equatable {
    var column: HistoryColumn
    var start: Int
    var width: Int
  }

  let parts: [Part]
  let columns: Int

  /// The suffix after the name of an entry that no longer exists.
  static let missingSuffix = "  gone"

  /// `columns` is the width of the screen.
  ///
  /// The last column is the scrollbar's.
  init(_ history: History, columns: Int) {
    self.columns = columns
    let table = history.table.table
    let time = columns < 30 ? 0 : columns < 60 ? 10 : HistoryColumn.time.width(in: table)
    let gap = columns >= 100 ? 3 : 2
    var start = Self.first + (time == 0 ? 0 : time + 2)
    var room = max(0, columns - start - 2)
    let wanted =
      HistoryColumn.name.width(in: table)
      + (history.hasMissingEntries ? Self.missingSuffix.count : 0)
    let leastName = min(wanted, max(16, columns / 3), room)
    room -= leastName
    var widths: [HistoryColumn: Int] = [:]
    for column in HistoryColumn.byImportance {
      let width = column.width(in: table)
      let given = min(width, max(room - gap, column.least ?? width))
      guard given + gap <= room else { break }
      widths[column] = given
      room -= given + gap
    }
    var parts = time == 0 ? [] : [Part(column: .time, start: Self.first, width: time)]
    let nameWidth = min(wanted, leastName + room)
    parts.append(Part(column: .name, start: start, width: nameWidth))
    start += nameWidth
    for column in HistoryColumn.allCases {
      guard let width = widths[column] else { continue }
      parts.append(Part(column: column, start: start + gap, width: width))
      start += gap + width
    }
    self.parts = parts
  }

  /// The first column after the pointer and the bar.
  private static let first = 3
}

/// The columns of a row of the history, from left to right.
enum HistoryColumn: CaseIterable {
  case time, name, account, role, how, status, region

  /// The columns after the name, in the order in which they are kept when room runs out.
  static let byImportance: [HistoryColumn] = [.account, .status, .role, .how, .region]

  var heading: String {
    switch self {
    case .time: "When"
    case .name: "Name"
    case .account: "Account"
    case .role: "Role"
    case .how: "How"
    case .status: "Status"
    case .region: "Region"
    }
  }

  /// The field of the table that the column shows; nil if queries do not search it.
  var field: EntryTable.Field? {
    switch self {
    case .time: HistoryTable.timeField
    case .name: .displayName
    case .account: .account
    case .role: .role
    case .how: HistoryTable.methodField
    case .status: nil
    case .region: .region
    }
  }

  /// The width below which the column is dropped; nil if it is always shown in full or not at all.
  var least: Int? { self == .role ? 9 : nil }

  /// The preferred width, by the column's content, up to a limit.
  func width(in table: EntryTable) -> Int {
    let widest =
      switch self {
      case .time, .account, .region: 16
      case .name: 40
      case .role: 20
      case .how, .status: 8
      }
    let wanted = self == .status || self == .time ? widest : field.map(table.columns) ?? 0
    return min(max(wanted, heading.count), widest)
  }
}
