import Accounts
import Foundation
import TestSupport
import Testing

/// The reads before the picker first draws; run by hand, with SWITCHBACK_BENCHMARK set.
@Suite(
  .enabled(if: ProcessInfo.processInfo.environment["SWITCHBACK_BENCHMARK"] != nil))
struct StoreSpeedTests {
  @Test(arguments: [10, 100, 1_000, 10_000])
  func readsAllThatThePickerNeeds(entries: Int) throws {
    let folder = try TemporaryFolder()
    let store = folder.store
    let switches = (0..<10_000).map {
      HistoryRow(id: Int64($0) + 1, record: .make("team-\($0 % entries)-admin", at: $0 * 600))
    }
    try store.restore(switches)
    for place in 0..<9 { _ = try store.change(.put("team-\(place)-admin", at: place)) }
    let clock = ContinuousClock()
    let times = try (0..<200).map { _ in
      try clock.measure {
        let usage = try store.usage()
        #expect(usage.recents.count == entries)
      }
    }.sorted()
    print("10000 switches to \(entries) entries: median \(times[100]), slowest \(times[199])")
    let notes = try (0..<50).map { number in
      try clock.measure { _ = try store.record(.make("team-\(number)-admin")) }
    }.sorted()
    print("  noting one more: median \(notes[25])")
  }
}
