package import Accounts
import Canvas
import Foundation
import Text

/// The history as a table that is searched as the catalogue is: a switch is a row.
///
/// Of a row's fields `how` says how it was switched, and `when` at what time, as the clocks here
/// have it: `2026-01-31 23:59`, with `today` or `yesterday` before it where it was.
package struct HistoryTable: Sendable, Hashable {
  /// As the store gives them: the newest, whose number is the highest, first.
  package let rows: [HistoryRow]
  package let table: EntryTable
  /// What was switched to, each once.
  package let entries: Set<String>
  private let calendar: LocalCalendar

  package static let methodField = EntryTable.Field.group
  package static let timeField = EntryTable.Field.arn

  /// A table of switches, read at `now`, in seconds since 1970; `offset` gives how many seconds
  /// clocks here are ahead of UTC at such a moment.
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

  /// True once what was today no longer is.
  package func isOutdated(at now: Int) -> Bool { !calendar.isToday(now) }

  /// The row of the switch of that number; nil if it is not there.
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
  fileprivate init(_ recent: SwitchRecord, at time: String) {
    self.init(
      name: recent.entry,
      label: Label(displayName: recent.displayName, color: .black, group: recent.method.rawValue),
      kind: .assumeRole, accountID: recent.accountID, roleName: recent.roleName, roleARN: time,
      region: recent.region, origin: Origin(file: "", line: 0))
  }
}
