import Canvas
import Testing
import Text

struct CellTests {
  @Test(arguments: [
    "x", "é", "e\u{0301}", "名", "\u{10FFFD}", "a\u{0301}\u{0302}\u{0303}\u{0304}", "",
  ])
  func keepsItsText(text: String) {
    #expect(Cell(text).text == text)
    #expect(Cell(text).cluster.codes == text.unicodeScalars.map(\.value))
    #expect(Cell(text).cluster.isEmpty == text.isEmpty)
  }

  @Test func holdsFiveCodePointsAndNoMore() {
    #expect(Cell("a\u{0301}\u{0302}\u{0303}\u{0304}\u{0305}").cluster.count == 5)
  }

  /// Whole rows are compared by their bytes, so no byte may be padding.
  @Test func hasNoIdleBytes() {
    #expect(MemoryLayout<Cell>.size == MemoryLayout<Cell>.stride)
    #expect(MemoryLayout<Cell>.size == 24)
  }

  @Test func keepsItsStyle() {
    let colors: [Color] = [.standard, .ansi(0), .ansi(255), .rgb(0, 0, 0), .rgb(255, 128, 1)]
    for foreground in colors {
      for background in colors {
        var style = Style(foreground, on: background, [.bold, .reverse])
        #expect(style.foreground == foreground && style.background == background)
        #expect(style.attributes == [.bold, .reverse])
        style.foreground = background
        style.attributes = .dim
        #expect(style == Style(background, on: background, .dim))
      }
    }
  }
}
