import Canvas
import Picker
import Testing

struct DetailsScrollTests {
  private let sign = #/ (Shift-Down|Shift-Up) (\d+)-(\d+) of (\d+) ?$/#

  /// The first and the last line shown, of how many, and the key that is named.
  private func place(_ model: Model, _ size: Size) -> (key: String, lines: String)? {
    let match = model.view(size).lines.lazy.compactMap { try? sign.firstMatch(in: $0) }.first
    return match.map { (String($0.1), "\($0.2)-\($0.3) of \($0.4)") }
  }

  @Test func showsOtherLinesAndSaysWhich() throws {
    let first = model().described(usual)
    let all = try #require(place(first, usual)?.lines)
    let count = try #require(Int(all.split(separator: " ").last ?? ""))
    #expect(all == "1-4 of \(count)" && count > 20)
    let second = try typing("<shift-down>", into: first).model
    #expect(
      place(second, usual).map { "\($0)" } == "(key: \"Shift-Down\", lines: \"2-5 of \(count)\")")
    #expect(second.details(usual).dropLast() == first.details(usual).dropFirst())
    let last = try typing(String(repeating: "<shift-down>", count: 99), into: first).model
    #expect(place(last, usual)?.lines == "\(count - 3)-\(count) of \(count)")
    #expect(place(last, usual)?.key == "Shift-Up")
    let back = try typing("<shift-up>", into: last).model
    #expect(place(back, usual)?.lines == "\(count - 4)-\(count - 1) of \(count)")
  }

  @Test func keepsARowForItBesideTheList() throws {
    let low = Size(rows: 24, columns: 130)
    let model = model().described(low)
    let lines = model.details(low)
    #expect(lines.last?.contains("Shift-Down 1-") == true)
    #expect(place(model, wide) == nil)
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
      shows: " There is no room for the details: they need 24 rows, or 120 columns.",
      asks: [.ring], size: Size(rows: 20, columns: 80))
  }
}
