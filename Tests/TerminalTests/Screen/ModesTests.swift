import Terminal
import Testing

struct ModesTests {
  private func modes(hasProtocols: Bool = true) -> Modes {
    Modes(hasProtocols: hasProtocols) { Array("<\($0)>".utf8) }
  }

  @Test func aTerminalIsSetUpAndLeft() {
    let modes = modes()
    #expect(text(modes.enter) == "<smcup>␛[?1004;1036;2004;2031s␛[>5u")
    #expect(text(modes.again) == "<smkx>␛[?1004;1036;2004;2031h␛[=5u<civis>")
    #expect(
      text(modes.leave)
        == "␛[?2026l␛[?1000;1006l␛[?1004;2031l␛[?1004;2031r␛[?2004l␛[?2004r␛[?1036l␛[?1036r␛[<u"
        + "<rmkx><op><sgr0><cnorm><rmcup>")
  }

  /// It is cleared, and the cursor goes below the drawing.
  ///
  /// A vt52 addresses its cursor differently.
  @Test(arguments: [("\u{1b}[%i%p1%d;%p2%dH", "<clear>␛[999;1H"), ("\u{1b}Y%p1%c", "<clear>")])
  func aTerminalWithOneScreenIsLeftEmpty(cup: String, end: String) {
    let named = ["rmcup": "", "cup": cup]
    let modes = Modes { Array((named[$0] ?? "<\($0)>").utf8) }
    #expect(text(modes.leave).hasSuffix("<cnorm>" + end))
  }

  @Test(arguments: [Mouse.wheel, .full])
  func theMouseIsReportedIfItIsOn(mouse: Mouse) {
    var modes = modes()
    modes.mouse = mouse
    #expect(text(modes.again).contains("␛[?1000;1006h"))
    modes.mouse = .off
    #expect(!text(modes.again).contains("1000"))
    #expect(text(modes.leave).contains("␛[?1000;1006l"))
  }

  /// Curses sets a region of the old size before it knows a new one.
  @Test func noScrollRegionIsLeft() {
    let modes = Modes { $0 == "csr" ? Array("\u{1b}[%i%p1%d;%p2%dr".utf8) : Array("<\($0)>".utf8) }
    #expect(text(modes.leave).hasSuffix("␛[r<cnorm><rmcup>"))
  }

  @Test func pasteStaysOnWhereItWas() {
    var modes = modes()
    modes.wasPasteOn = true
    #expect(!text(modes.leave).contains("2004"))
  }

  @Test func metaSendsEscapeStaysOnWhereItWas() {
    var modes = modes()
    #expect(text(modes.again).contains(/\[\?[0-9;]*1036[0-9;]*h/))
    #expect(text(modes.leave).contains("␛[?1036l"))
    modes.wasMetaOn = true
    #expect(!text(modes.leave).contains("1036"))
  }

  @Test func anOldConsoleGetsNothingThatItWouldPrint() {
    let modes = modes(hasProtocols: false)
    #expect(!text(modes.enter + modes.again + modes.leave).contains(/[0-9<]u/))
  }

  @Test func whatIsSetTwiceIsLeftOnce() {
    for modes in [modes(), modes(hasProtocols: false)] {
      var terminal = Flags()
      terminal.take(modes.enter + modes.again + modes.again)
      terminal.take(modes.leave)
      #expect(terminal.pushed == 0)
      #expect(terminal.on == [])
      terminal.take(modes.leave)
      #expect(terminal.on == [])
    }
  }

  private func text(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self).replacing("\u{1b}", with: "␛")
  }
}

/// A terminal's private modes, and how deep its stack of keyboard flags is.
private struct Flags {
  var on: Set<String> = []
  var pushed = 0

  mutating func take(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    for match in text.matches(of: /\e\[([?<>])([0-9;]*)([hlu])/) {
      let modes = match.output.2.split(separator: ";").map(String.init)
      switch match.output.1 + match.output.3 {
      case "?h": on.formUnion(modes)
      case "?l": on.subtract(modes)
      case ">u": pushed += 1
      case "<u": pushed = max(0, pushed - 1)
      default: break
      }
    }
  }
}
