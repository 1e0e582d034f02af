import Accounts
import Canvas
import Picker
import Search
import Testing

/// Entries of the last run, which are shown while their files are read again.
struct RereadingTests {
  private func entry(_ name: String) -> Entry {
    Entry(
      name: name, label: Label(displayName: name, color: .rgb(1, 2, 3)), kind: .assumeRole,
      origin: Origin(file: "config", line: 1)
    )
  }

  private func outdated(_ names: String...) -> Model {
    var model = Model(entries: names.map(entry), now: 0)
    model.isOutdated = true
    _ = model.update(.resized(Size(rows: 24, columns: 80)))
    return model
  }

  private func text(_ model: Model) -> String { model.view(Size(rows: 24, columns: 80)).text }

  @Test func noEntryIsSwitchedToBeforeItIsRead() throws {
    var model = outdated("alpha", "beta")
    #expect(text(model).contains("reading…  2"))
    let refused = try typing("<enter>", into: model)
    #expect(refused.effects == [.ring])
    #expect(text(refused.model).contains("has changed and is being read"))
    _ = model.update(
      .entriesReloaded(EntryTable([entry("beta"), entry("gamma")]), notice: "1 line"))
    #expect(text(model).contains("gamma") && !text(model).contains("alpha"))
    #expect(!text(model).contains("reading") && text(model).contains("1 line"))
    #expect(!(try typing("<enter>", into: model).effects.contains(.ring)))
  }

  @Test func theCursorStaysWithItsEntry() throws {
    var model = outdated("alpha", "beta")
    model = try typing("<down>", into: model).model
    _ = model.update(
      .entriesReloaded(EntryTable(["zero", "alpha", "beta"].map(entry)), notice: ""))
    #expect(model.view(Size(rows: 24, columns: 80)).lines.contains { $0.hasPrefix("▸▌ beta") })
  }

  @Test func aQueryThatFindsNothingYetDoesNotLeave() throws {
    var model = outdated("alpha")
    model = try typing("new", into: model).model
    #expect(try typing("<enter>", into: model).effects == [.ring])
    _ = model.update(.entriesReloaded(EntryTable([entry("newest")]), notice: ""))
    #expect(text(model).contains("newest"))
  }
}
