import Accounts
import Canvas
import Picker
import Search
import Testing

/// Problems of entries in their files are shown in their rows, once they are checked.
struct TroubleTests {
  private func entry(_ name: String, _ trouble: Entry.Trouble? = nil) -> Entry {
    var entry = Entry(
      name: name, label: Label(displayName: name, color: .rgb(1, 2, 3)), kind: .assumeRole,
      origin: Origin(file: "config", line: 1))
    entry.trouble = trouble
    return entry
  }

  private let size = Size(rows: 24, columns: 80)

  private func row(_ name: String, _ model: Model) -> String {
    model.view(size).lines.first { $0.contains(name) } ?? ""
  }

  @Test func marksComeOnceTheyAreKnownAndTheCursorStays() throws {
    var model = Model(entries: ["alpha", "beta", "gamma"].map { entry($0) }, now: 0)
    _ = model.update(.resized(size))
    model = try typing("<down>", into: model).model
    #expect(!row("alpha", model).contains("broken"))
    let judged = [entry("alpha", .unusable), entry("beta"), entry("gamma", .doubtful)]
    _ = model.update(.entriesChecked(EntryTable(judged)))
    #expect(row("alpha", model).contains("broken"))
    #expect(row("beta", model).hasPrefix("▸▌ beta"))
    #expect(!row("beta", model).contains("broken") && row("gamma", model).contains(" ?"))
  }

  @Test func anUnusableEntryIsSoWhateverIsHeld() {
    var model = Model(entries: [entry("alpha", .unusable), entry("beta", .doubtful)], now: 0)
    _ = model.update(.resized(size))
    _ = model.update(.sessionsLoaded(sessions: ["alpha": 600, "beta": 600]))
    #expect(row("alpha", model).contains("broken"))
    #expect(row("beta", model).contains("10m"))
  }

  @Test func aTableKeepsThem() {
    let table = EntryTable([entry("a", .unusable), entry("b", .doubtful), entry("c")])
    #expect((0..<3).map { table.entry($0).trouble } == [.unusable, .doubtful, nil])
  }

  @Test func theDetailsSayWhy() {
    var details = Details(chain: .steps([Details.Step(.staticKeys, profile: "base")], sts: nil))
    details.problems = ["The duration_seconds of profile 'prod' is '12h'."]
    let lines = model().described(wide, details).details(wide).joined(separator: " ")
    #expect(lines.contains("'12h'"))
  }
}
