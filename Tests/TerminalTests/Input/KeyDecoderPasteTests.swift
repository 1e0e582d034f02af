import Canvas
import Terminal
import Testing

struct KeyDecoderPasteTests {
  private let start = Array("\u{1b}[200~".utf8)
  private let end = Array("\u{1b}[201~".utf8)

  @Test func givesAPasteWhole() {
    var decoder = KeyDecoder()
    let text = "two\nlines\u{3}\u{1b}[A é"
    #expect(decoder.feed(start + Array(text.utf8) + end) == [.pasted(text)])
    #expect(decoder.feed([0x78]) == [.key(Key(.character("x")))])
  }

  @Test func takesNothingInItForAKey() {
    var decoder = KeyDecoder()
    #expect(decoder.feed(start + Array("rm -rf\r\u{3}\u{1b}".utf8)) == [])
    #expect(!decoder.isWaiting)
    #expect(decoder.timedOut() == [])
    #expect(decoder.feed(Array("[20".utf8) + end) == [.pasted("rm -rf\r\u{3}\u{1b}[20")])
  }

  @Test func saysNothingOfAnEmptyOne() {
    var decoder = KeyDecoder()
    #expect(decoder.feed(start + end) == [])
  }

  @Test func cutsOneThatIsTooLong() {
    var decoder = KeyDecoder()
    let bytes = [UInt8](repeating: 0x61, count: KeyDecoder.longestPaste + 1000)
    let input = decoder.feed(start + bytes + end)
    guard case .pasted(let text)? = input.first else {
      Issue.record("no paste: \(input.count) inputs")
      return
    }
    #expect(text.utf8.count == KeyDecoder.longestPaste)
  }
}
