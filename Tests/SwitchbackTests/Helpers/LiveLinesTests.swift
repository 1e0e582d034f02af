import Testing
@testable import Switchback

/// What a program says while it runs, as it is shown.
struct LiveLinesTests {
  private let key = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"

  private func whole(_ text: String) -> LiveLines.Piece {
    LiveLines.Piece(text: text, endsLine: true)
  }

  private func lines(_ pieces: String...) -> [String] {
    var lines = LiveLines()
    return pieces.flatMap { lines.take($0.utf8).map(\.text) }
  }

  @Test func aLineIsGivenOnceItIsWhole() {
    var lines = LiveLines()
    #expect(lines.take("touch ".utf8).isEmpty && lines.isUnfinished)
    #expect(lines.take("your key\nand".utf8) == [whole("touch your key")])
    #expect(lines.takeRest() == whole("and") && lines.takeRest() == nil && !lines.isUnfinished)
  }

  @Test func itIsCleanedAndCut() {
    #expect(lines("\u{1B}[31mred\u{7}\tx\r\n") == ["red x"])
    #expect(lines(String(repeating: "a b ", count: 1000) + "\n")[0].count == 500)
    var lines = LiveLines()
    #expect(lines.take([0x61, 0xFF, 0x62, 0x0A]).map(\.text) == ["a\u{FFFD}b"])
  }

  @Test func keysAreMasked() {
    #expect(lines("key \(key)!\n") == ["key ••••!"])
    #expect(lines("key \(key.prefix(20))", "\(key.dropFirst(20))!\n") == ["key ••••!"])
  }

  @Test(arguments: ["\u{1B}[1m", "\0", "\u{200B}"])
  func aKeyIsMaskedWhateverIsNotDrawnInIt(_ sign: String) {
    let key = "7Qz+kV3nYp/9aXbT0Lm\(sign)ReW4sUc+HdJ2gFoKiZ81M"
    #expect(lines("key \(key)!\n") == ["key ••••!"])
    var lines = LiveLines()
    _ = lines.take("key \(String(key.unicodeScalars.prefix(26)))".utf8)
    #expect(lines.takeUnfinished()?.text == "key ")
  }

  @Test func aKeyWhoseBeginningWasGivenIsMasked() {
    var lines = LiveLines()
    _ = lines.take("key \(key.prefix(10))".utf8)
    #expect(lines.takeUnfinished()?.text == "key \(key.prefix(10))")
    #expect(lines.take("\(key.dropFirst(10))!\nnext\n".utf8) == [whole("••••!"), whole("next")])
    _ = lines.take("key \(key.prefix(10))".utf8)
    #expect(lines.takeUnfinished() != nil)
    _ = lines.take(key.dropFirst(10).prefix(10).utf8)
    #expect(lines.takeUnfinished() == nil)
    #expect(lines.take("\(key.dropFirst(20))\n".utf8) == [whole("••••")])
    _ = lines.take("Enter".utf8)
    #expect(lines.takeUnfinished()?.text == "Enter")
    #expect(lines.take(" code\n".utf8) == [whole(" code")])
  }

  @Test func ofProgressTheLastIsShown() {
    #expect(lines("1 %\r2 %\r3 %\n") == ["3 %"])
    #expect(lines("1 %\r", "2 %\r\n") == ["2 %"])
  }

  @Test func anUnfinishedLineIsGivenOnceAndThenItsRest() {
    var lines = LiveLines()
    _ = lines.take("Enter code: ".utf8)
    #expect(lines.takeUnfinished() == LiveLines.Piece(text: "Enter code: ", endsLine: false))
    #expect(lines.takeUnfinished() == nil && !lines.isUnfinished)
    #expect(lines.take("ok\n".utf8) == [whole("ok")])
  }

  @Test func whatMayBeTheBeginningOfAKeyWaitsForItsEnd() {
    var lines = LiveLines()
    _ = lines.take("key \(key.prefix(20))".utf8)
    #expect(lines.takeUnfinished()?.text == "key ")
    #expect(lines.takeUnfinished() == nil)
    #expect(lines.take("\(key.dropFirst(20))\n".utf8) == [whole("••••")])
  }

  @Test func aCharacterIsNotCutInTwo() {
    var lines = LiveLines()
    _ = lines.take([0x61, 0x20, 0xC3])
    #expect(lines.takeUnfinished()?.text == "a ")
    #expect(lines.take([0xA9, 0x0A]) == [whole("é")])
  }
}
