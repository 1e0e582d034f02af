import Foundation
import GRDB

/// The statistics of one entry, stored beside the history so that a start need not read all of it.
///
/// Only switches of a shell count: a script that exports credentials must not change the target of
/// `switchback -`.
struct EntryStatistics {
  /// The number of the last switch to the entry.
  private(set) var last: Int64
  private(set) var frecency: Frecency

  init(id: Int64, at switched: Date) {
    last = id
    // As stored in the history, which holds no time outside the calendar.
    frecency = Frecency(of: Date(milliseconds: switched.milliseconds))
  }

  init(last: Int64, frecency: Frecency) {
    self.last = last
    self.frecency = frecency
  }

  mutating func add(_ other: EntryStatistics) {
    last = max(last, other.last)
    frecency.add(other.frecency)
  }
}

extension SwitchRecord {
  /// True for a switch that opens a shell or changes its entry.
  var isSwitchOfShell: Bool { method == .shell }
}

/// `SwitchRecord.isSwitchOfShell` as an SQL condition; its first half is the condition of the index
/// `gone_to`.
let shellSwitchCondition = "how <> 'each' AND how = 'shell'"

extension EntryStatistics {
  /// The statistics computed from the history, by entry name, or of one entry only.
  static func fromHistory(_ db: Database, of entry: String? = nil) throws -> [String:
    EntryStatistics]
  {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT entry, id, at_milliseconds FROM recent
        WHERE \(shellSwitchCondition)\(entry == nil ? "" : " AND entry = ?") ORDER BY id
        """,
      arguments: entry.map { [$0] } ?? [])
    var statistics: [String: EntryStatistics] = [:]
    while let row = try rows.next() {
      let name = try row.text(0)
      let one = EntryStatistics(id: try row.integer(1), at: try row.date(2))
      if statistics[name]?.add(one) == nil { statistics[name] = one }
    }
    return statistics
  }

  /// The stored statistics of an entry.
  static func stored(_ db: Database, of entry: String) throws -> EntryStatistics? {
    try Row.fetchOne(
      db, sql: "SELECT last, frecency FROM entry WHERE name = ?", arguments: [entry]
    ).map { EntryStatistics(last: try $0.integer(0), frecency: try $0.frecency(1)) }
  }

  func save(_ db: Database, of entry: String) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO entry (name, last, frecency) VALUES (?, ?, ?)",
      arguments: [entry, last, frecency.moment])
  }
}
