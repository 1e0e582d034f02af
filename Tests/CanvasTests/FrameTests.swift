import Canvas
import Testing

struct FrameTests {
  private let size = Size(rows: 2, columns: 6)

  @Test(arguments: [
    ("abc", 0, "abc"), ("abcdefgh", 0, "abcdef"), ("abc", 4, "    ab"), ("abc", 6, ""),
    ("abc", -1, "bc"),
    ("名前名前", 0, "名前名"), ("a名前名", 0, "a名前"), ("名前", -1, " 前"), ("e\u{0301}x", 0, "e\u{0301}x"),
  ])
  func clipsTextAtTheEdges(text: String, column: Int, shown: String) {
    var frame = Frame(size)
    frame.put(text, at: Point(row: 0, column: column))
    #expect(frame.lines == [shown, ""])
  }

  @Test func drawsNoMoreThanTheLimit() {
    var frame = Frame(size)
    #expect(frame.put("a名前", at: Point(row: 1, column: 1), limit: 4) == 3)
    #expect(frame.text == "\n a名")
  }

  @Test func takesInAnotherFrame() {
    var inner = Frame(Size(rows: 2, columns: 3), fill: Style(.ansi(1)))
    inner.put("名x", at: Point(row: 0, column: 0))
    var frame = Frame(size)
    frame.put(inner, at: Point(row: 1, column: 2))
    #expect(frame.text == "\n  名x")
    #expect(frame[Point(row: 1, column: 2)]?.style == Style())
    frame.put(inner, at: Point(row: 0, column: 5))
    #expect(
      frame.lines == ["", "  名x"] && frame[Point(row: 1, column: 5)]?.style == Style(.ansi(1)))
  }

  @Test func drawsNothingOutside() {
    var frame = Frame(size)
    for row in [-1, 2, Int.max] { #expect(frame.put("x", at: Point(row: row, column: 0)) == 0) }
    frame.fill(Area(row: -5, column: -5, rows: 3, columns: 3))
    #expect(frame == Frame(size))
    #expect(Frame(Size(rows: -1, columns: 3)).cells.isEmpty)
  }

  @Test(arguments: [0, 1])
  func leavesNoHalfOfAWideCharacter(column: Int) {
    var frame = Frame(size)
    frame.put("名", at: Point(row: 0, column: 0))
    frame.put("x", at: Point(row: 0, column: column))
    #expect(frame.lines[0] == (column == 0 ? "x" : " x"))
  }

  @Test func neverHoldsAControl() {
    var frame = Frame(size)
    frame.put("\u{1B}[m\u{202E}", at: Point(row: 0, column: 0))
    #expect(frame.lines[0] == "\u{FFFD}[m\u{FFFD}")
  }

  @Test func fillsAnArea() {
    let red = Style(.rgb(255, 0, 0))
    var frame = Frame(size)
    frame.put("名前名", at: Point(row: 0, column: 0))
    frame.fill(Area(row: 0, column: 1, rows: 9, columns: 2), style: red)
    #expect(frame.lines[0] == "    名")
    #expect(frame[Point(row: 1, column: 2)]?.style == red)
    #expect(frame[Point(row: 1, column: 3)]?.style == Style())
    #expect(frame[Point(row: 2, column: 0)] == nil)
  }
}
