import Testing
import Text

struct WrappedAtWordsTests {
  @Test func linesAreBrokenAtWords() {
    #expect("one two three".wrappedAtWords(to: 8) == "one two\nthree")
    #expect("one two\n\nthree four".wrappedAtWords(to: 5) == "one\ntwo\n\nthree\nfour")
    #expect("one two".wrappedAtWords(to: 7) == "one two")
  }

  @Test func aWordThatIsTooLongIsLeftToTheTerminal() {
    #expect("a https://example.com/x b".wrappedAtWords(to: 9) == "a\nhttps://example.com/x\nb")
  }

  @Test func whatIsToBeCopiedStaysWhole() {
    #expect("  switchback exec a -- b c".wrappedAtWords(to: 9) == "  switchback exec a -- b c")
    #expect("Try `shell a b` now".wrappedAtWords(to: 11) == "Try\n`shell a b`\nnow")
    #expect("It is `not closed at all".wrappedAtWords(to: 9) == "It is\n`not\nclosed at\nall")
  }

  @Test func whatTakesNoColumnsIsNotCounted() {
    #expect("\u{1B}[1mone\u{1B}[0m two".wrappedAtWords(to: 7) == "\u{1B}[1mone\u{1B}[0m two")
    #expect("名前 名前".wrappedAtWords(to: 8) == "名前\n名前")
  }

  @Test func whatFollowsANumberOrAKeyHangsBehindIt() {
    #expect(" 3  one two three".wrappedHanging(to: 12) == " 3  one two\n    three")
    #expect("3 r   one two three".wrappedHanging(to: 18) == "3 r   one two\n      three")
    #expect("  one two three".wrappedHanging(to: 14) == "  one two\n  three")
    #expect("one two three four".wrappedHanging(to: 14) == "one two three\nfour")
    #expect("Number, ? for help: ".wrappedHanging(to: 20) == "Number, ? for help: ")
    #expect("one two\n".wrappedHanging(to: 14) == "one two\n")
  }
}
