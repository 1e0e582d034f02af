import Synchronization
import Testing
@testable import Switchback

/// A line that is hidden while other programs write to the terminal.
struct WaitingLineTests {
  private final class Shown: Sendable {
    private let text = Mutex("")
    var all: String { text.withLock { $0.replacing("\r\u{1B}[K", with: "|") } }
    func add(_ more: String) { text.withLock { $0 += more } }
  }

  private let shown = Shown()
  private var line: StatusLine { StatusLine { [shown] in shown.add($0) } }

  @Test func itIsWrittenOverAndWipedOff() {
    let line = line
    line.put("1 s")
    line.put("2 s")
    line.clear()
    line.clear()
    #expect(shown.all == "|1 s|2 s|")
  }

  @Test func whatWasNeverShownIsNotWipedOff() {
    line.clear()
    #expect(shown.all == "")
  }

  @Test func aSentenceStandsInItsPlace() {
    let line = line
    line.put("1 s")
    line.clear { shown.add("said\n") }
    line.put("2 s")
    #expect(shown.all == "|1 s|said\n|2 s")
  }

  @Test func nothingIsShownWhileItIsHeld() {
    let line = line
    line.put("1 s")
    line.hold()
    line.put("2 s")
    line.release()
    line.put("3 s")
    #expect(shown.all == "|1 s||3 s")
  }
}
