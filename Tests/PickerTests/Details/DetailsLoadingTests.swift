import Canvas
import Picker
import Testing

/// Which details the screen requests, and which of the loaded ones it takes.
struct DetailsLoadingTests {
  @Test func isTheSelectedEntryUntilItIsKnown() throws {
    #expect(model().wantsDetails == "prod")
    #expect(model().described(usual).wantsDetails == nil)
    let moved = try typing("<down>", into: model().described(usual)).model
    #expect(moved.wantsDetails == "dev")
    #expect(try typing("<up>", into: moved).model.wantsDetails == nil)
  }

  @Test(arguments: [("zzz", usual), ("<f3>", usual), ("", Size(rows: 23, columns: 119))])
  func isNothingWhereNothingIsShown(keys: String, size: Size) throws {
    var model = model()
    _ = model.update(.resized(size))
    #expect(try typing(keys, into: model).model.wantsDetails == nil)
    #expect(Picker.Model(entries: [], now: 0).wantsDetails == nil)
  }

  @Test func whatComesTooLateIsDropped() throws {
    var moved = try typing("<down>", into: model()).model
    #expect(moved.update(.detailsLoaded(entry: "prod", .fourHops)) == [])
    #expect(moved.update(.detailsLoaded(entry: "missing", .fourHops)) == [])
    #expect(moved.wantsDetails == "dev")
    #expect(moved.details(usual).contains("Via"))
  }

  @Test func typingGoesOnWhileItIsFoundOut() throws {
    let typed = try expect(model(), typing: "audit", shows: " ❯ audit" + blanks(88) + "1/3")
    #expect(typed.wantsDetails == "audit")
    try expect(typed, typing: "<enter>", asks: [.assume(entry: "audit", code: nil)])
  }

  private func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }
}
