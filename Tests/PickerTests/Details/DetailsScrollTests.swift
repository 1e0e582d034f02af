import Canvas
import Picker
import Testing

struct DetailsScrollTests {
  /// The key that is shown for other lines.
  private func sign(_ model: Model, _ size: Size) -> String? {
    let signs = ["Shift-Down more details", "Shift-Up back"]
    let lines = model.view(size).lines
    return signs.first { sign in lines.contains { $0.contains(" " + sign) } }
  }

  @Test func showsOtherLinesAndSaysWhich() throws {
    let first = model().described(usual)
    #expect(sign(first, usual) == "Shift-Down more details")
    let second = try typing("<shift-down>", into: first).model
    #expect(sign(second, usual) == "Shift-Down more details")
    #expect(second.details(usual).dropLast() == first.details(usual).dropFirst())
    let last = try typing(String(repeating: "<shift-down>", count: 99), into: first).model
    #expect(sign(last, usual) == "Shift-Up back")
    let back = try typing("<shift-up>", into: last).model
    #expect(sign(back, usual) == "Shift-Down more details")
    #expect(back.details(usual).dropFirst() == last.details(usual).dropLast())
  }

  @Test func keepsARowForItBesideTheList() throws {
    let low = Size(rows: 24, columns: 150)
    let model = model().described(low)
    let lines = model.details(low)
    #expect(lines.last?.contains("Shift-Down more details") == true)
    #expect(sign(model, wide) == nil)
  }

  @Test func anotherEntryBeginsAtItsFirstLine() throws {
    let scrolled = try typing("<shift-down><down>", into: model().described(usual)).model
    #expect(scrolled.details(usual).first?.hasPrefix("Role") == true)
  }

  @Test func ringsWhereThereIsNothingToScroll() throws {
    try expect(model(), typing: "zzz<shift-down>", asks: [.ring])
    try expect(model(), typing: "<f3><shift-up>", asks: [.ring])
  }

  @Test func areHiddenAndShownAgain() throws {
    let hidden = try expect(model(), typing: "<f3>")
    #expect(hidden.details(usual) == [])
    #expect(hidden.view(wide).text.contains("prod") == false)
    #expect(try typing("<f3>", into: hidden).model.view(usual) == model().view(usual))
  }

  @Test func saysThatThereIsNoRoom() throws {
    var low = model()
    _ = low.update(.resized(Size(rows: 20, columns: 80)))
    try expect(
      low, typing: "<f3><f3>",
      shows: " There is no room for the details: they need 24 rows, or a wider window.",
      asks: [.ring], size: Size(rows: 20, columns: 80))
  }
}
