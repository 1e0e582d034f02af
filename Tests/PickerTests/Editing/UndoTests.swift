import Accounts
import Canvas
import Picker
import Search
import Testing

struct UndoTests {
  private let usual = Size(rows: 24, columns: 80)

  /// A picker in which `prod` was renamed several times.
  private func renamed(_ names: String...) throws -> (model: Model, edits: [LabelEdit]) {
    var model = model()
    var edits: [LabelEdit] = []
    for name in names {
      model = try typing("<ctrl-u>\(name)<enter>", into: try editing(in: model)).model
      let (edit, table) = edited(name, .displayName(name))
      _ = model.update(.edited(edit, table))
      edits.append(edit)
    }
    return (model, edits)
  }

  private func remark(_ model: Model) -> String? { model.view(usual).lines.last }

  @Test func takesEditsBackTheLastFirst() throws {
    var (model, edits) = try renamed("One", "Two")
    model = try expect(model, typing: "<alt-u>", asks: [.undo(edits[1])])
    #expect(model.update(.undone(edited("One").table)) == [])
    #expect(remark(model) == " undone: name of One")
    #expect(model.words(usual).contains("One 111111111111"))
    model = try expect(model, typing: "<alt-u>", asks: [.undo(edits[0])])
    _ = model.update(.undone(EntryTable(three)))
    #expect(remark(model) == " undone: name of Production, admin")
    model = try expect(model, typing: "<alt-u>", asks: [.ring])
    #expect(remark(model) == " nothing to undo")
  }

  /// Keys come faster than files are written.
  @Test func severalCanBeUnderWay() throws {
    var (model, edits) = try renamed("One", "Two", "Three")
    model = try expect(model, typing: "<alt-u><alt-u>", asks: [.undo(edits[2]), .undo(edits[1])])
    _ = model.update(.undone(edited("Two").table))
    _ = model.update(.undone(edited("One").table))
    try expect(model, typing: "<alt-u>", asks: [.undo(edits[0])])
  }

  @Test func whatCouldNotBeUndoneCanBeTriedAgainInItsTurn() throws {
    var (model, edits) = try renamed("One", "Two", "Three")
    model = try typing("<alt-u><alt-u>", into: model).model
    _ = model.update(.undoFailed("config.yaml was changed by another program in the meantime."))
    #expect(model.words(usual).contains("Could not undo the last change"))
    _ = model.update(.undoFailed("config.yaml was changed by another program in the meantime."))
    model = try expect(model, typing: "<enter>", asks: [.undo(edits[2])])
    try expect(model, typing: "<alt-u>", asks: [.undo(edits[1])])
  }

  @Test func takesPinsBackBetweenEdits() throws {
    var (model, edits) = try renamed("One")
    model = try expect(
      model, typing: "<down><alt-i>", asks: [.pin(.put("dev", at: 0))])
    #expect(remark(model) == " pinned: Development")
    model = try expect(model, typing: "<alt-u>", asks: [.pin(.remove("dev"))])
    #expect(remark(model) == " undone: pin of Development")
    try expect(model, typing: "<alt-u>", asks: [.undo(edits[0])])
  }

  @Test func whatWasSavedTogetherIsTakenBackTogether() throws {
    var model = try expect(
      try editing(), typing: "<ctrl-u>One<end>y<enter>",
      asks: [.edit(entry: "prod", [.displayName("One")]), .pin(.put("prod", at: 0))])
    let (edit, table) = edited("One", .displayName("One"))
    _ = model.update(.edited(edit, table))
    #expect(remark(model) == " changed: name and pin of One")
    model = try expect(model, typing: "<alt-u>", asks: [.undo(edit), .pin(.remove("prod"))])
    _ = model.update(.undone(EntryTable(three)))
    #expect(remark(model) == " undone: name and pin of Production, admin")
    try expect(model, typing: "<alt-u>", asks: [.ring])
  }

  @Test func thePinOfAnEditThatFailedIsTakenBackAlone() throws {
    var model = try typing("<ctrl-u>One<end>y<enter>", into: try editing()).model
    _ = model.update(.editFailed(entry: "prod", "The disk is full."))
    try expect(model, typing: "<esc><alt-u>", asks: [.pin(.remove("prod"))])
  }

  @Test func takesMovesOfPinsBack() throws {
    let pinned = Model(EntryTable(three), pinned: ["prod", "dev"], recents: [], now: 0)
    let moved = try expect(
      pinned, typing: "<alt-down><alt-i>",
      asks: [.pin(.put("prod", at: 1)), .pin(.remove("prod"))])
    try expect(
      moved, typing: "<alt-u><alt-u>",
      asks: [.pin(.put("prod", at: 1)), .pin(.put("prod", at: 0))])
  }

  @Test func pinsOfOtherTerminalsAreShownOnceOursAreKept() throws {
    var model = try typing("<alt-i><down><alt-i>", into: model()).model
    _ = model.update(.pinned(["prod"]))
    #expect(model.view(usual).lines[2].contains("pinned"))
    let ours = model.view(usual).lines[3...4].map { $0.contains("Production") }
    #expect(ours == [true, false])
    _ = model.update(.pinned(["audit", "prod"]))
    #expect(model.view(usual).lines[3].contains("Audit"))
    _ = model.update(.pinFailed("the disk is full."))
    #expect(remark(model) == " the pin was not saved: the disk is full.")
  }

  @Test func theFooterOffersItOnceThereIsSomething() throws {
    let wide = Size(rows: 24, columns: 300)
    #expect(!model().words(wide).contains("Alt-u"))
    let model = try typing("<alt-i><left>", into: model()).model
    #expect(model.words(wide).contains("Alt-u undo"))
  }
}
