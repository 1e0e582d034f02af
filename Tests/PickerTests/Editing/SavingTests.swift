import Accounts
import Canvas
import Picker
import Search
import Testing

struct SavingTests {
  private let usual = Size(rows: 24, columns: 80)

  @Test func theListShowsItWithTheCursorAndTheQueryKept() throws {
    // The second of the two matches.
    let found = try typing("adm<down>", into: model()).model
    let selected = try #require(found.view(usual).lines.first { $0.hasPrefix("▸") })
    #expect(selected.contains("Development"))
    var model = try typing("Zany<enter>", into: try editing(sources("dev"), in: found)).model
    let (edit, table) = edited("Zany", .displayName("Zany"), of: "dev")
    #expect(model.update(.edited(edit, table)) == [])
    let lines = model.view(usual).lines
    #expect(lines[0].hasPrefix(" ❯ adm "))
    #expect(lines.first { $0.hasPrefix("▸") }?.contains("Zany") == true)
    #expect(lines.last == " changed: name of Zany")
    let next = try typing("<left>", into: model).model.view(usual).lines
    #expect(next.last?.hasPrefix(" Enter switch") == true)
  }

  @Test func whatIsTypedWhileFilesAreReadIsNotLost() throws {
    var model = try typing("<alt-e>", into: model()).model
    #expect(model.words(usual).contains("reading…"))
    model = try typing("<ctrl-u>Li", into: model).model
    _ = model.update(.pasted("ve"))
    model = try typing("<tab><enter>", into: model).model
    #expect(
      model.update(.labelLoaded(sources(yaml: prodSettings)))
        == [.edit(entry: "prod", [.displayName("Live")])])
  }

  @Test func whatIsTypedWhileItIsSavedIsForTheList() throws {
    var model = try typing("x<enter>dev<enter>", into: try editing()).model
    let (edit, table) = edited("Production, adminx", .displayName("Production, adminx"))
    #expect(model.update(.edited(edit, table)) == [.assume(entry: "dev", code: nil)])
  }

  @Test func aFailureStaysInTheForm() throws {
    var model = try typing("x<enter>y<enter>", into: try editing()).model
    let sentence =
      "/etc/config.yaml:3 is not YAML (no), so nothing was changed. Correct the file first."
    #expect(model.update(.editFailed(entry: "prod", sentence)) == [])
    #expect(model.words(usual).contains(sentence))
    #expect(model.words(usual).contains("▸ Display name Production, adminx "))
    // The input typed ahead was meant for another screen.
    try expect(
      model, typing: "<enter>",
      asks: [.edit(entry: "prod", [.displayName("Production, adminx")])])
  }

  @Test func whatCannotBeReadIsSaidAndCanBeTriedAgain() throws {
    var model = try typing("<alt-e>x", into: model()).model
    _ = model.update(.editFailed(entry: "prod", "config.yaml:3 is not YAML."))
    #expect(model.words(usual).contains("Could not edit Production, admin"))
    try expect(model, typing: "<enter>", asks: [.readLabel(entry: "prod")])
    #expect(try typing("<esc>", into: model).model.view(usual) == PickerTests.model().view(usual))
  }

  @Test func leftWhileItIsSavedItIsSavedAllTheSame() throws {
    var model = try typing("x<enter><esc>", into: try editing()).model
    let (edit, table) = edited("Production, adminx", .displayName("Production, adminx"))
    _ = model.update(.edited(edit, table))
    #expect(model.words(usual).contains("changed: name of Production, adminx"))
    #expect(model.words(usual).contains("Production, adminx 111111111111"))
    var failed = try typing("x<enter><esc>", into: try editing()).model
    _ = failed.update(.editFailed(entry: "prod", "No."))
    #expect(failed.words(usual).contains("Could not edit Production, admin"))
  }

  /// A switch identifies its entry by the row, which may belong to another entry in a new table.
  @Test func aSwitchUnderWayKeepsItsEntry() throws {
    var model = try typing("x<enter><esc><enter>", into: try editing()).model
    let (edit, _) = edited("Live", .displayName("Live"))
    _ = model.update(.edited(edit, EntryTable([entry("new")] + three)))
    _ = model.update(.failed(entry: "prod", "No."))
    #expect(model.words(usual).contains("Could not switch to Production, admin"))
    let again = try typing("<esc>", into: model).model
    #expect(again.words(usual).contains("new 111111111111"))
  }

  @Test func anAnswerForAnotherFormIsNotShown() throws {
    var model = try typing("<alt-e><esc>", into: model()).model
    let closed = model
    _ = model.update(.labelLoaded(sources(yaml: prodSettings)))
    #expect(model == closed)
    var other = try typing("<alt-e>", into: model).model
    let waiting = other
    _ = other.update(.labelLoaded(sources("dev")))
    #expect(other == waiting)
  }

  @Test func aPinIsKeptWithoutWriting() throws {
    let model = try expect(
      try editing(), typing: "<end>y<enter>", asks: [.pin(.put("prod", at: 0))])
    #expect(model.view(usual).lines.last == " pinned: Production, admin")
    try expect(
      try editing(), typing: "x<end><right><enter>",
      asks: [
        .edit(entry: "prod", [.displayName("Production, adminx")]), .pin(.put("prod", at: 0)),
      ])
    try expect(try editing(), typing: "<end>yn<space><left>?<enter>", asks: [.ring])
  }
}
