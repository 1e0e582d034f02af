import Terminal
import Testing

struct RawTextTests {
  private func text(_ bytes: [UInt8]) -> String {
    (bytes + [0]).map(CChar.init(bitPattern:)).withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map(RawText.text) ?? ""
    }
  }

  @Test func textIsItself() {
    for word in ["", "prod", "Zoë 😀", "\u{FFFD}", "\u{10FF7F}"] {
      #expect(text(Array(word.utf8)) == word && RawText.bytes(word) == Array(word.utf8))
      #expect(RawText.utf8Text(word) == word && RawText.displayText(word) == word)
    }
  }

  /// All combinations of three bytes that are significant in UTF-8, between others.
  @Test func anyBytesComeBack() {
    let deciding: [UInt8] = [
      0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBE, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xED,
      0xEF,
      0xF0, 0xF4, 0xF5, 0xFF,
    ]
    var texts: Set<String> = []
    for first in deciding {
      for second in deciding {
        for third in deciding {
          for fourth: UInt8 in [0x80, 0xBF, 0x61] {
            let bytes = [first, second, third, fourth]
            let text = text(bytes)
            #expect(RawText.bytes(text) == bytes)
            #expect(
              (RawText.utf8Text(text) == nil) == (String(validating: bytes, as: UTF8.self) == nil))
            texts.insert(text)
          }
        }
      }
    }
    #expect(texts.count == deciding.count * deciding.count * deciding.count * 3)
  }

  @Test func theCharactersThatStandForBytesComeBack() {
    for scalar: Unicode.Scalar in ["\u{10FF80}", "\u{10FFBF}", "\u{10FFC0}", "\u{10FFFF}"] {
      let word = "a\(scalar)b"
      let text = text(Array(word.utf8))
      #expect(text != word && RawText.bytes(text) == Array(word.utf8))
      #expect(RawText.utf8Text(text) == word)
    }
  }

  @Test func showsWhatIsNoText() {
    #expect(RawText.displayText(text([0x63, 0xE9, 0x80])) == #"c\xE9\x80"#)
    RawText.withCString(text([0xFF])) { #expect($0[0] == -1 && $0[1] == 0) }
  }
}
