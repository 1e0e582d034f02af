import Canvas
import Terminal
import Testing

/// Reports of a terminal about the mouse, its window and itself.
struct ReportTests {
  @Test(
    arguments: [
      ("\u{1b}[<0;5;3M", .pressed(Point(row: 2, column: 4))),
      ("\u{1b}[<4;1;1M", .pressed(Point(row: 0, column: 0))),
      ("\u{1b}[<0;999999999;1M", .pressed(Point(row: 0, column: 999_999_998))),
      ("\u{1b}[<64;1;1M", .scrolled(lines: -1)), ("\u{1b}[<65;70;9M", .scrolled(lines: 1)),
      ("\u{1b}[<80;1;1M", .scrolled(lines: -1)),
      ("\u{1b}[I", .focused(true)), ("\u{1b}[O", .focused(false)),
      ("\u{1b}[?997;1n", .answer(.lightScheme(false))),
      ("\u{1b}[?997;2n", .answer(.lightScheme(true))),
      ("\u{1b}[?2004;1$y", .answer(.mode(2004, isOn: true))),
      ("\u{1b}[?2004;2$y", .answer(.mode(2004, isOn: false))),
      ("\u{1b}[?2026;3$y", .answer(.mode(2026, isOn: true))),
      ("\u{1b}[?9;0$y", .answer(.mode(9, isOn: false))),
      ("\u{1b}[?62;22c", .answer(.attributes)), ("\u{1b}[?6c", .answer(.attributes)),
    ] as [(String, Input)])
  func readsReports(bytes: String, input: Input) {
    var decoder = KeyDecoder()
    #expect(decoder.feed(Array(bytes.utf8)) == [input])
  }

  @Test(
    arguments: [
      ("rgb:ffff/0000/8080", .rgb(255, 0, 128)), ("rgb:ff/00/80", .rgb(255, 0, 128)),
      ("rgb:f/0/8", .rgb(255, 0, 136)), ("rgb:fff/000/800", .rgb(255, 0, 128)),
      ("rgb:FFFF/0/80", .rgb(255, 0, 128)), ("rgba:ffff/ffff/ffff/0000", .rgb(255, 255, 255)),
      ("rgb:ffff/0000", nil), ("rgb:fffff/0/0", nil), ("rgb:-f/0/0", nil), ("rgb:+f/0/0", nil),
      ("rgb://", nil), ("rgb:ffff/0000/80g0", nil), ("", nil), ("?", nil),
    ] as [(String, Color?)])
  func readsTheBackground(value: String, color: Color?) {
    for end in ["\u{7}", "\u{1b}\\"] {
      var decoder = KeyDecoder()
      let input = decoder.feed(Array("\u{1b}]11;\(value)\(end)".utf8))
      #expect(input == (color.map { [.answer(.background($0))] } ?? []))
    }
  }

  @Test func takesACutOffAnswerForNone() {
    var decoder = KeyDecoder()
    #expect(decoder.feed(Array("\u{1b}]11;rgb:ffff/ffff/ffff\u{1b}[A".utf8)) == [.key(Key(.up))])
  }

  @Test func knowsWhatMayBeAKey() {
    var decoder = KeyDecoder()
    for (bytes, mayBeWhole) in [("\u{1b}", true), ("]", true), ("1", false), ("1;rgb:", false)] {
      #expect(decoder.feed(Array(bytes.utf8)) == [])
      #expect(decoder.mayBeWhole == mayBeWhole)
    }
  }
}
