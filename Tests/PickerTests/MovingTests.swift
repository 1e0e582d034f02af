import Canvas
import Picker
import Testing

struct MovingTests {
  private let many = (0..<100).map { entry("e\($0)", "Entry \($0)") }

  @Test(arguments: [
    ("<enter>", 0), ("<down><enter>", 1), ("<up><enter>", 0),
    ("<ctrl-n><ctrl-n><ctrl-p><enter>", 1),
    ("<end><enter>", 99), ("<end><down><enter>", 99), ("<end><home><enter>", 0),
    ("<pgdn><enter>", 16),
    ("<pgdn><pgdn><pgup><enter>", 16), ("<pgup><enter>", 0),
  ])
  func movesTheSelection(keys: String, index: Int) throws {
    try expect(model(many), typing: keys, asks: [.assume(entry: "e\(index)", code: nil)])
  }

  @Test func scrollsNoMoreThanItMust() throws {
    func names(_ keys: String) throws -> [String] {
      let frame = try typing(keys, into: model(many)).model.view(Size(rows: 24, columns: 80))
      return frame.lines[2..<18].map { String($0.dropFirst(3).prefix(8)) }
    }
    let down = String(repeating: "<down>", count: 16)
    #expect(try names("<down>").first == "Entry 0 ")
    #expect(try names(down).first == "Entry 1 ")
    #expect(try names(down + "<up>").first == "Entry 1 ")
    #expect(try names("<end>").last == "Entry 99")
  }

  @Test func showsTheSelectionAfterAResize() throws {
    var moved = try typing(String(repeating: "<down>", count: 13), into: model(many)).model
    #expect(moved.update(.resized(Size(rows: 10, columns: 80))) == [])
    #expect(moved.view(Size(rows: 10, columns: 80)).lines.contains { $0.hasPrefix("▸") })
  }

  @Test func followsTheMouse() throws {
    var clicked = model(many)
    let third = Point(row: 4, column: 10)
    #expect(clicked.update(.clicked(third)) == [])
    #expect(clicked.update(.clicked(Point(row: 0, column: 0))) == [])
    #expect(clicked.update(.doubleClicked(third)) == [.assume(entry: "e2", code: nil)])
    var scrolled = model(many)
    #expect(scrolled.update(.scrolled(lines: 3)) == [])
    try expect(scrolled, typing: "<enter>", asks: [.assume(entry: "e3", code: nil)])
  }
}
