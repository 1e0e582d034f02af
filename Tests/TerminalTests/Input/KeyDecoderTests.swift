import Canvas
import Terminal
import Testing

struct KeyDecoderTests {
  @Test(arguments: [
    ("a", "a"), ("A", "A"), ("é", "é"), ("名", "名"), ("👩", "👩"), (" ", "<space>"),
    ("\r", "<enter>"), ("\n", "<ctrl-j>"), ("\t", "<tab>"), ("\u{7f}", "<backspace>"),
    ("\u{08}", "<ctrl-h>"), ("\0", "<ctrl-space>"), ("\u{3}", "<ctrl-c>"), ("\u{1a}", "<ctrl-z>"),
    ("\u{1c}", "<ctrl-\\>"), ("\u{1f}", "<ctrl-_>"), ("prod\r", "prod<enter>"),
  ])
  func readsPlainKeys(text: String, keys: String) {
    #expect(decode(text) == keys)
  }

  @Test(arguments: [
    ("[A", "<up>"), ("OA", "<up>"), ("[B", "<down>"), ("OC", "<right>"), ("[D", "<left>"),
    ("[H", "<home>"), ("OF", "<end>"), ("[1~", "<home>"), ("[8~", "<end>"), ("[5~", "<pgup>"),
    ("[6~", "<pgdn>"), ("[3~", "<del>"), ("[2~", "<ins>"), ("OP", "<f1>"), ("[11~", "<f1>"),
    ("[[A", "<f1>"), ("[15~", "<f5>"), ("[17~", "<f6>"), ("[24~", "<f12>"), ("[34~", "<f20>"),
    ("[Z", "<shift-tab>"), ("[1;5A", "<ctrl-up>"), ("[1;2B", "<shift-down>"),
    ("[1;3C", "<alt-right>"), ("[1;8D", "<ctrl-alt-shift-left>"), ("[3;5~", "<ctrl-del>"),
    ("[1;5R", "<ctrl-f3>"), ("Oq", "1"), ("OM", "<enter>"), ("O5A", "<ctrl-up>"),
  ])
  func readsSequences(sequence: String, key: String) {
    #expect(decode("\u{1b}" + sequence) == key)
  }

  @Test(arguments: [
    ("[27u", "<esc>"), ("[99;5u", "<ctrl-c>"), ("[97;2u", "A"), ("[97:65;2u", "A"),
    ("[105;5u", "<ctrl-i>"), ("[13;3u", "<alt-enter>"), ("[32;5u", "<ctrl-space>"),
    ("[99;6u", "<ctrl-shift-c>"), ("[57419u", "<up>"), ("[57400u", "1"), ("[97;1:3u", ""),
    ("[27;5;99~", "<ctrl-c>"), ("[57358u", ""), ("[?1u", ""), ("[1114112u", ""), ("[55296u", ""),
    ("[97;1:1u", "a"), ("[97;1:2u", "a"), ("[1;1:3A", ""), ("[1;5:2A", "<ctrl-up>"),
    ("[3;1:3~", ""), ("[1089::99;5u", "<ctrl-c>"), ("[1089;5u", "<ctrl-с>"),
    ("[1080::98;3u", "<alt-и>"), ("[107;9u", ""), ("[107;65u", "k"), ("[107;133u", "<ctrl-k>"),
  ])
  func readsTheKeyboardProtocols(sequence: String, key: String) {
    #expect(decode("\u{1b}" + sequence) == key)
  }

  @Test(arguments: [
    ("\u{1b}x", "<alt-x>"), ("\u{1b}\r", "<alt-enter>"), ("\u{1b}\u{7f}", "<alt-backspace>"),
    ("\u{1b}é", "<alt-é>"), ("\u{1b}1", "<alt-1>"), ("\u{1b}\u{3}", "<esc><ctrl-c>"),
    ("\u{1b}\u{1b}[A", "<alt-up>"), ("\u{1b}\u{1b}OB", "<alt-down>"),
    ("\u{1b}\u{1b}[5~", "<alt-pgup>"),
    ("\u{1b}\u{1b}[\u{3}", "<esc><ctrl-c>"),
    ("\u{1b}\u{1b}x", "<esc><alt-x>"),
    ("\u{1b}\u{1b}[1;5C", "<esc><ctrl-right>"), ("\u{1b}[a", "<shift-up>"),
    ("\u{1b}Od", "<ctrl-left>"),
  ])
  func readsAlt(bytes: String, key: String) {
    #expect(decode(bytes) == key)
  }

  @Test(arguments: [
    ("\u{1b}", "<esc>"), ("\u{1b}\u{1b}", "<esc><esc>"), ("\u{1b}[", "<alt-[>"),
    ("\u{1b}O", "<alt-O>"), ("\u{1b}\u{1b}[", "<esc><alt-[>"), ("\u{1b}]", "<alt-]>"),
    ("\u{1b}[1;", ""), ("\u{1b}]11;rgb", ""),
  ])
  func resolvesWhatStaysAlone(bytes: String, keys: String) {
    var decoder = KeyDecoder()
    let before = notation(decoder.feed(Array(bytes.utf8)))
    #expect(decoder.isWaiting)
    #expect(before + notation(decoder.timedOut()) == keys)
    #expect(!decoder.isWaiting)
    #expect(notation(decoder.feed(Array("a".utf8))) == "a")
  }

  @Test(arguments: [
    "\u{1b}]10;rgb:1010/1010/1010\u{1b}\\", "\u{1b}]11;#101010\u{7}", "\u{1b}[?1u",
    "\u{1b}[>41;379;0c", "\u{1b}P>|xterm(379)\u{1b}\\", "\u{1b}[24;80R", "\u{1b}[?997;3n",
    "\u{1b}[0n", "\u{1b}[<0;5;5m", "\u{1b}[<32;5;5M", "\u{1b}[<1;5;5M", "\u{1b}[<66;5;5M",
    "\u{1b}[<0;0;0M", "\u{1b}[<0M", "\u{1b}[M !!", "\u{1b}[999999999999A\u{1b}[8;24;80t",
    "\u{1b}[201~", "\u{1b}\\", "\u{1b}_Gi=1\u{1b}\\", "\u{1b}[?2026$y",
  ])
  func swallowsWhatSaysNothingHere(sequence: String) {
    #expect(["", "<up>"].contains(decode(sequence)))
    #expect(decode(sequence + "x").hasSuffix("x"))
  }

  @Test func aKeyEndsACutOffSequence() {
    #expect(decode("\u{1b}[12\u{3}") == "<ctrl-c>")
    #expect(decode("\u{1b}]11;rgb\u{3}") == "<ctrl-c>")
    #expect(decode("\u{1b}[1\u{1b}[A") == "<up>")
  }

  @Test(
    arguments: [
      [0xFF], [0xC3, 0x28], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xF5], [0x80],
    ] as [[UInt8]])
  func standsInForBytesThatAreNoText(bytes: [UInt8]) {
    var decoder = KeyDecoder()
    let input = decoder.feed(bytes) + decoder.timedOut()
    #expect(input.first == .key(Key(.character("\u{FFFD}"))))
  }

  /// A slow link cuts a letter in two: its second byte is no key with Alt, however late it comes.
  @Test func aLetterThatComesInPiecesIsNoKeyWithAlt() {
    for bytes in [[0xC3, 0xB1], [0xE2, 0x82, 0xB1], [0xEA, 0xB1]] as [[UInt8]] {
      var decoder = KeyDecoder()
      let input = bytes.flatMap { decoder.feed([$0]) + decoder.timedOut() }
      #expect(!input.isEmpty && input.allSatisfy { $0 == .key(Key(.character("\u{FFFD}"))) })
    }
  }

  @Test func drawsALineAfterEndlessSequences() {
    #expect(
      decode("\u{1b}[" + String(repeating: "1", count: 10_000) + "\u{3}").hasSuffix("<ctrl-c>"))
    let long = "\u{1b}]" + String(repeating: "x", count: 10_000)
    #expect(decode(long + "\u{3}").hasSuffix("<ctrl-c>"))
  }
}

/// The keys of some bytes, as key notation.
private func decode(_ text: String) -> String {
  var decoder = KeyDecoder()
  return notation(decoder.feed(Array(text.utf8)))
}

private func notation(_ inputs: [Input]) -> String {
  inputs.map { input in
    if case .key(let key) = input { key.notation } else { "{\(input)}" }
  }.joined()
}
