import Canvas
import Terminal
import Testing

/// A terminal's answers and typed input arrive mixed, and in pieces.
struct TerminalAnswerTests {
  private static let answer = "\u{1b}]11;rgb:1e1e/2e2e/3e3e\u{1b}\\\u{1b}[?62;22c"

  struct Case: Sendable {
    var comes: String
    var typed: String
    var hasColor = true
  }

  static let cases = [
    Case(comes: answer, typed: ""),
    Case(comes: "ls\r" + answer, typed: "ls\r"),
    Case(comes: "a\u{1b}]11;rgb:1e1e/2e2e/3e3e\u{7}b\u{1b}[?62cc", typed: "abc"),
    Case(comes: "\u{1b}[Ax" + answer + "é\u{3}", typed: "\u{1b}[Axé\u{3}"),
    Case(comes: "\u{1b}[?1;2c", typed: "", hasColor: false),
    Case(comes: "\u{1b}x\u{1b}[?1;2c", typed: "\u{1b}x", hasColor: false),
    Case(comes: "\u{1b}P>|XTerm(390)\u{1b}\\q\u{1b}[?1c", typed: "q", hasColor: false),
  ]

  @Test(arguments: cases, [1, 3, 1000]) func areToldApart(one: Case, piece: Int) {
    var answer = BackgroundReplyParser(isDue: true)
    var rest = Array(one.comes.utf8)[...]
    while !rest.isEmpty {
      answer.take(Array(rest.prefix(piece)))
      rest = rest.dropFirst(piece)
    }
    #expect(String(decoding: answer.typed, as: UTF8.self) == one.typed)
    #expect(answer.color == (one.hasColor ? .rgb(0x1e, 0x2e, 0x3e) : nil))
    #expect(!answer.isDue)
  }

  @Test func areDueUntilTheLast() {
    var answer = BackgroundReplyParser(isDue: true)
    answer.take(Array("\u{1b}]11;rgb:1e1e/2e2e/3e3e\u{7}\u{1b}[?6".utf8))
    #expect(answer.isDue && answer.typed.isEmpty)
    answer.take(Array("2c".utf8))
    #expect(!answer.isDue && answer.typed.isEmpty)
  }
}
