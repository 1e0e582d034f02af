package import Accounts
import Canvas
import Foundation
import Text

/// The history as a table that is searched like the catalogue: each switch is a row.
///
/// The row's field `methodField` has the method of the switch, and `timeField` its local time:
/// `2026-01-31 23:59`, with `today` or `yesterday` before it if it applies.
package struct HistoryTable: Sendable, Hashable {
  /// The switches as the store returns them: the newest, with the highest number, first.
  package let rows: [HistoryRow]
  package let table: EntryTable
  /// The names of the entries, each once.
  package let entries: Set<String>
  private let calendar: LocalCalendar

  package static let methodField = EntryTable.Field.group
  package static let timeField = EntryTable.Field.arn

  /// A table of switches, as of `now`, in seconds since 1970.
  ///
  /// `offset` returns how many seconds local clocks are ahead of UTC at a given time.
  package init(_ rows: [HistoryRow], now: Int, offset: (_ second: Int) -> Int) {
    self.rows = rows
    entries = Set(rows.lazy.map(\.record.entry))
    calendar = LocalCalendar(now: now, offset: offset(now))
    let switches = rows.map { [calendar] row in
      let second = Int(row.record.date.timeIntervalSince1970.rounded(.down))
      return Entry(row.record, at: calendar.text(for: second, offset: offset(second)))
    }
    table = EntryTable(switches, isIndexed: false)
  }

  /// True if the day has changed since the table was made.
  package func isOutdated(at now: Int) -> Bool { !calendar.isToday(now) }

  /// The row of the switch of that number; nil if there is none.
  package func row(of id: Int64) -> Int? {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].id > id { low = middle + 1 } else { high = middle }
    }
    return low < rows.count && rows[low].id == id ? low : nil
  }
}

extension Entry {
  fileprivate init(_ record: SwitchRecord, at time: String) {
    self.init(
      name: record.entry,
      label: Label(displayName: record.displayName, color: .black, group: record.method.rawValue),
      kind: .assumeRole, accountID: record.accountID, roleName: record.roleName, roleARN: time,
      region: record.region, origin: Origin(file: "", line: 0))
  }
}
