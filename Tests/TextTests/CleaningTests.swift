import TestSupport
import Testing
import Text

struct CleaningTests {
  @Test(arguments: [
    ("Production, admin", "Production, admin"),
    ("名前 é ok", "名前 é ok"),
    ("$(touch X)`y` %n \\w", "$(touch X)`y` %n \\w"),
    ("two\r\nlines\n", "two lines "),
    ("a\tb\u{0B}c\u{85}d\u{2028}e", "a b c d e"),
    ("a\u{01}\u{02}b\u{07}\u{08}\u{7F}c\u{00}", "abc"),
    ("", ""),
  ])
  func keepsTextAndDropsControls(text: String, cleaned: String) {
    #expect(text.cleaned == cleaned)
  }

  @Test(arguments: [
    ("a\u{1B}]0;OWNED\u{07}b", "ab"),
    ("a\u{1B}]0;OWNED\u{1B}\\b", "ab"),
    ("a\u{1B}[8mhidden\u{1B}[2Jgone", "ahiddengone"),
    ("a\u{9B}31mb\u{9D}0;OWNED\u{9C}", "ab"),
    ("\u{1B}P+q544e\u{1B}\\dcs", "dcs"),
    ("a\u{1B}(0b\u{1B}cc\u{1B}", "abc"),
    ("a\u{1B}[31", "a"),
    ("a\u{1B}[3\u{1B}[31mb", "ab"),
    ("a\u{1B}]0;never ends", "a0;never ends"),
  ])
  func dropsEscapeSequencesWhole(text: String, cleaned: String) {
    #expect(text.cleaned == cleaned)
  }

  @Test(arguments: [
    ("abc\u{202E}dcba\u{2066}x\u{200B}", "abcdcbax"),
    ("a\u{FEFF}b\u{AD}c\u{2060}d\u{3164}e\u{E0041}", "abcde"),
    ("⚠\u{FE0F} x", "⚠ x"),
    ("👩\u{200D}💻 dev", "👩 dev"),
    ("👍\u{1F3FD}", "👍"),
    ("\u{1F3FD}", "\u{1F3FD}"),
    ("\u{0301}a", "\u{25CC}\u{0301}a"),
    ("a\u{1FAE9}b\u{0378}", "a\u{FFFD}b\u{FFFD}"),
  ])
  func removesTextThatImitatesOtherText(text: String, cleaned: String) {
    #expect(text.cleaned.unicodeScalars.elementsEqual(cleaned.unicodeScalars))
  }

  @Test func keepsFourMarksOfACharacter() {
    let text = "a" + String(repeating: "\u{0301}", count: 40) + "b"
    #expect(text.cleaned.unicodeScalars.count == 1 + 4 + 1)
  }

  @Test(arguments: 1...20) func isDoneAfterOneTurn(seed: UInt64) {
    var random = RandomNumbers(seed: seed)
    let pieces = [
      "\u{1B}", "[", "]", "0;", "m", "\u{9B}", "\u{9C}", "\\", "\u{200D}", "👩", "\u{0301}",
    ]
    for _ in 0..<100 {
      let text = (0..<12).compactMap { _ in pieces.randomElement(using: &random) }.joined()
      let once = text.cleaned
      let words = once.split(separator: " ").joined(separator: " ")
      #expect(forDisplay(text) == words)
      #expect(once.cleaned == once)
      #expect(!once.unicodeScalars.contains { $0.columns == nil })
    }
  }

  @Test func forDisplayLimitsTheCleanedText() {
    #expect(forDisplay("a\u{1B}[31mb\n\tc  d\u{202E}e") == "ab c de")
    #expect(forDisplay("abcdef", limit: 6) == "abcdef")
    #expect(forDisplay("abcdefg", limit: 6) == "abcdef…")
    #expect(forDisplay("abc\u{1B}[31m\u{1B}[0m", limit: 3) == "abc")
    #expect(forDisplay("ab\u{1B}[31mcd", limit: 3) == "abc…")
    let marks = "e" + String(repeating: "\u{301}", count: 40) + "x"
    #expect(forDisplay(marks, limit: 6) == "e\u{301}\u{301}\u{301}\u{301}x")
  }

  @Test func takesLongHostileTextInGoodTime() {
    let text = String(repeating: "\u{1B}]", count: 4000)
    #expect(text.cleaned == "")
  }
}
