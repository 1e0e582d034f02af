import Canvas
import Terminal
import Testing

struct KeyDecoderFuzzTests {
  @Test(arguments: 0..<40)
  func givesTheSameHoweverBytesAreCut(seed: UInt64) {
    var random = Random(seed: seed)
    let bytes = randomInput(&random, pieces: 2000)
    var whole = KeyDecoder()
    let expected = whole.feed(bytes) + whole.timedOut()
    var cut = KeyDecoder()
    var found: [Input] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = rest.prefix(Int.random(in: 1...9, using: &random))
      found += cut.feed(Array(piece))
      rest = rest.dropFirst(piece.count)
    }
    found += cut.timedOut()
    #expect(found == expected)
  }

  @Test(arguments: 0..<20)
  func hearsCtrlCAfterAnything(seed: UInt64) {
    var random = Random(seed: seed)
    var decoder = KeyDecoder()
    _ = decoder.feed(randomInput(&random, pieces: 500))
    // Whatever was left open: a string, a mouse report, a paste.
    _ = decoder.feed(Array("\u{1b}\\\u{1b}[201~".utf8)) + decoder.timedOut()
    #expect(decoder.feed([0x03]) == [.key(Key(.character("c"), .control))])
  }
}

/// Random bytes, half of them pieces of what terminals send.
private func randomInput(_ random: inout Random, pieces count: Int) -> [UInt8] {
  let pieces = [
    "\u{1b}", "\u{1b}[", "\u{1b}O", "\u{1b}]11;", "\u{1b}\\", "\u{1b}P1$r", "\u{1b}[200~",
    "\u{1b}[201~", "\u{1b}[M", "\u{1b}[<64;1;1M", "\u{1b}[27u", "\u{1b}[1;5A", "👩‍💻", "é", ";", "~",
    "\u{1b}[<0;5;5M", "\u{1b}]11;rgb:ffff/0/80\u{1b}\\", "\u{1b}[?997;1n", "\u{1b}[?2004;1$y",
    "\u{1b}[?62;22c", "\u{1b}[I", "\u{1b}[1089::99;5:1u",
  ]
  return (0..<count).flatMap { _ in
    Bool.random(using: &random)
      ? Array((pieces.randomElement(using: &random) ?? "").utf8)
      : [UInt8.random(in: 0...255, using: &random)]
  }
}

/// SplitMix64 (Steele, Lea and Flood, 2014): the same numbers for the same seed.
private struct Random: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
