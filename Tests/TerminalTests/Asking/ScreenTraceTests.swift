import Testing
@testable import Terminal

/// On which screen a program that was killed has left the terminal.
struct ScreenTraceTests {
  private func isOnOther(_ pieces: String...) -> Bool {
    var trace = ScreenTrace()
    for piece in pieces { trace.feed(Array(piece.utf8)) }
    return trace.isOnOther
  }

  @Test func theLastSequenceCounts() {
    #expect(!isOnOther("Code: "))
    #expect(isOnOther("\u{1B}[?1049h\u{1B}[2J pinentry"))
    #expect(!isOnOther("\u{1B}[?1049h pinentry", "\u{1B}[?1049l"))
    #expect(isOnOther("\u{1B}[?1049h\u{1B}[?1049l\u{1B}[?47h"))
    #expect(!isOnOther("\u{1B}[?1048h\u{1B}[?25l\u{1B}[1049h"))
  }

  @Test func asLongAsItIsSent() {
    let sequence = "x\u{1B}\u{1B}[?1049hy"
    for cut in 1..<sequence.count {
      let (start, end) = (String(sequence.prefix(cut)), String(sequence.dropFirst(cut)))
      #expect(isOnOther(start, end), "cut at \(cut)")
      #expect(!isOnOther(start, end, "\u{1B}[?1049l"))
    }
    #expect(isOnOther("\u{1B}", "[", "?", "1", "0", "4", "9", "h"))
  }

  @Test func atItsVeryEnd() {
    #expect(isOnOther("\u{1B}[?1047h"))
    #expect(isOnOther("text \u{1B}\u{1B}[?47h"))
    #expect(!isOnOther("\u{1B}[?47h\u{1B}[?47l"))
  }
}
