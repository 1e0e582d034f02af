import Canvas
import Terminal
import Testing

struct ClicksTests {
  private let start = ContinuousClock.now
  private let here = Point(row: 1, column: 1)
  private let there = Point(row: 1, column: 2)

  @Test func twoOnOneCellAreDouble() {
    var clicks = Clicks()
    // A third is a new first.
    let presses = [0, 400, 500, 600].map { press(here, $0, &clicks) }
    #expect(presses == [false, true, false, true])
  }

  @Test func twoThatAreApartAreNot() {
    var clicks = Clicks()
    let presses = [(here, 0), (there, 1), (here, 2), (here, 403)].map { press($0, $1, &clicks) }
    #expect(presses == [false, false, false, false])
  }

  private func press(_ point: Point, _ milliseconds: Int, _ clicks: inout Clicks) -> Bool {
    clicks.isSecond(at: point, start + .milliseconds(milliseconds))
  }
}
