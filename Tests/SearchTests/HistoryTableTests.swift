import Accounts
import Foundation
import Search
import TestSupport
import Testing

struct HistoryTableTests {
  /// 31 January 2026, 22:30 in UTC.
  private let now = 1_769_898_600

  private func table(_ times: [Int], offset: (Int) -> Int = { _ in 0 }) -> HistoryTable {
    let rows = times.enumerated().map { place, time in
      HistoryRow(
        id: Int64(100 - place * 10), record: .make("e\(place)", at: time, method: .exec))
    }
    return HistoryTable(rows, now: now, offset: offset)
  }

  private func times(_ table: HistoryTable) -> [String] {
    (0..<table.rows.count).map { table.table.text(HistoryTable.timeField, ofRow: $0) ?? "none" }
  }

  @Test func saysWhenAsTheClocksHereHaveIt() {
    let day = 86_400
    let some = [now, now - day, now - 2 * day, now + day, 0, -1]
    #expect(
      times(table(some)) == [
        "today 2026-01-31 22:30", "yesterday 2026-01-30 22:30", "2026-01-29 22:30",
        "2026-02-01 22:30", "1970-01-01 00:00", "1969-12-31 23:59",
      ])
    #expect(
      times(table([now, now - day], offset: { _ in 2 * 3_600 })) == [
        "today 2026-02-01 00:30", "yesterday 2026-01-31 00:30",
      ])
    #expect(times(table([now], offset: { _ in -(11 * 3_600) })) == ["today 2026-01-31 11:30"])
  }

  /// Clocks had another offset then.
  @Test func theOffsetIsThatOfTheMoment() {
    let summer = 1_751_328_000
    let table = table([now, summer], offset: { $0 < 1_761_440_400 ? 7_200 : 3_600 })
    #expect(times(table) == ["today 2026-01-31 23:30", "2025-07-01 02:00"])
  }

  @Test func noTimeIsTooFar() {
    let table = table([Int(Int64.max / 2_000), -Int(Int64.max / 2_000)])
    #expect(times(table).map { String($0.suffix(5)) } == ["15:36", "08:23"])
  }

  @Test func isOutdatedOnceTheDayIsOver() {
    let table = table([now], offset: { _ in 3_600 })
    #expect(!table.isOutdated(at: now + 29 * 60))
    #expect(table.isOutdated(at: now + 30 * 60))
    #expect(table.isOutdated(at: now - 86_400))
  }

  @Test func findsASwitchByItsNumber() {
    let table = table([3, 2, 1])
    #expect([100, 90, 80].map { table.row(of: $0) } == [0, 1, 2])
    #expect([101, 95, 85, 79].allSatisfy { table.row(of: $0) == nil })
    #expect(self.table([]).row(of: 1) == nil)
  }

  /// An index of that many rows with one name would take too long.
  @Test func manyRowsMayHaveOneName() {
    let rows = (0..<20_000).map { HistoryRow(id: Int64(-$0), record: .make("same", at: $0)) }
    let table = HistoryTable(rows, now: now, offset: { _ in 0 })
    #expect(table.table.row(named: "same") == nil)
    let order = EntryOrder(rows: Array(0..<20_000), prefersShort: false)
    #expect(table.table.find(Query(ofSwitches: "'same ^1970-01-01 00:59$"), in: order).count == 60)
  }
}
