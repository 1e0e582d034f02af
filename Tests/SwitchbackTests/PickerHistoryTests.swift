import Accounts
import Foundation
import Picker
import Search
import Synchronization
import Testing
@testable import Switchback

struct PickerHistoryTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "switchback-" + UUID().uuidString)
  private let world: World

  /// The sentences that were told.
  private final class Told: Sendable {
    let sentences = Mutex<[String]>([])
  }

  private let told = Told()

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var world = World.stub()
    world.store = Store(
      file: folder.appending(path: "state.sqlite").path, now: world.now,
      report: { _ in Issue.record("The screen was written to.") })
    world.utcOffset = { _ in 3_600 }
    self.world = world
  }

  private var history: PickerHistory {
    PickerHistory(world) { [told] sentence in told.sentences.withLock { $0.append(sentence) } }
  }

  private func record(_ names: String...) throws -> [HistoryRow] {
    for name in names {
      _ = try world.store.record(
        SwitchRecord(entry: name, displayName: name, date: world.now(), method: .shell))
    }
    return try world.store.history()
  }

  private func usage(_ recents: [String]) throws -> HistoryUpdate {
    let usage = try world.store.usage()
    #expect(usage.recents == recents)
    return .usageChanged(usage)
  }

  @Test func readsEverySwitchWithTheTimeHere() throws {
    let rows = try record("a", "b")
    let table = HistoryTable(rows, now: 1_790_000_000, offset: { _ in 3_600 })
    #expect(history.read() == .read(table))
    #expect(table.table.text(HistoryTable.timeField, ofRow: 0) == "today 2026-09-21 15:13")
  }

  @Test func readsNothingWhereThereIsNothing() {
    #expect(history.read() == .read(HistoryTable([], now: 1_790_000_000, offset: { _ in 3_600 })))
  }

  @Test func forgetsAndRestores() throws {
    let rows = try record("a", "b", "a", "c")
    #expect(history.forget([rows[0].id, rows[1].id]) == (try usage(["b", "a"])))
    #expect(try world.store.history() == Array(rows.dropFirst(2)))
    #expect(history.restore(Array(rows.prefix(2))) == (try usage(["c", "a", "b"])))
    #expect(try world.store.history() == rows)
    try? FileManager.default.removeItem(at: folder)
  }

  @Test func saysWhyNothingCanBeDone() throws {
    let rows = try record("a")
    try FileManager.default.removeItem(at: folder)
    try Data("a file where a folder should be".utf8).write(to: folder)
    let file = world.store.file
    #expect(
      history.restore(rows)
        == .restorationFailed(rows, "The history in \(file) could not be written: Not a directory.")
    )
  }

  @Test func aDamagedHistoryIsToldOfOffTheScreen() throws {
    try Data(repeating: 7, count: 4_096).write(to: URL(fileURLWithPath: world.store.file))
    #expect(history.read() == .read(HistoryTable([], now: 1_790_000_000, offset: { _ in 3_600 })))
    #expect(told.sentences.withLock(\.count) == 1)
  }

  @Test @MainActor func oneThingIsDoneAfterTheOther() async throws {
    let rows = try record("a", "b")
    var heard: [HistoryUpdate] = []
    let remembering = HistoryWriter(world) { heard.append($0) }
    remembering.perform(.forget([rows[0].id]))
    remembering.perform(.restore([rows[0]]))
    remembering.perform(.ring)
    remembering.perform(.readHistory)
    await remembering.finish()
    #expect(heard.filter { $0 != .isSlow }.count == 3)
    #expect(heard.last == history.read())
    #expect(try world.store.history() == rows)
  }
}
