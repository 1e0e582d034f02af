import Testing
@testable import Terminal

/// Keys typed while a helper asks.
struct RelayedKeysTests {
  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test func whatIsTypedIsTheHelpersInOrder() {
    var keys = RelayedKeys(recognizesEscape: true)
    #expect(keys.feed(bytes("12")) == bytes("12"))
    #expect(keys.feed(bytes("34\r")) == bytes("34\r"))
    #expect(!keys.isInterrupted && !keys.isEscaping)
  }

  @Test func ctrlZIsDropped() {
    var keys = RelayedKeys(recognizesEscape: true)
    #expect(keys.feed(bytes("1\u{1A}2")) == bytes("12"))
    #expect(keys.feed(bytes("\u{1A}")) == [])
  }

  @Test func ctrlCActsAndIsPassedOn() {
    var keys = RelayedKeys(recognizesEscape: false)
    #expect(keys.feed(bytes("12\u{3}")) == bytes("12\u{3}"))
    #expect(keys.isInterrupted)
  }

  @Test func theUsersOwnInterruptKeyCountsToo() {
    var keys = RelayedKeys(interrupts: [3, 7], recognizesEscape: false)
    _ = keys.feed([7])
    #expect(keys.isInterrupted)
  }

  @Test func anEscapeWaitsForTheRestOfAKey() {
    var keys = RelayedKeys(recognizesEscape: true)
    #expect(keys.feed(bytes("\u{1B}")) == [] && keys.isEscaping)
    #expect(keys.feed(bytes("[A")) == bytes("\u{1B}[A"))
    #expect(!keys.isEscaping && keys.timedOut() == [])
    #expect(keys.feed(bytes("\u{1B}OA")) == bytes("\u{1B}OA"))
  }

  @Test func aLoneEscapeActsAndIsPassedOn() {
    var keys = RelayedKeys(recognizesEscape: true)
    #expect(keys.feed(bytes("12\u{1B}")) == bytes("12"))
    #expect(keys.isEscaping)
    #expect(keys.timedOut() == bytes("\u{1B}") && !keys.isEscaping)
  }

  @Test func twoEscapesAreOneAndPerhapsAKey() {
    var keys = RelayedKeys(recognizesEscape: true)
    #expect(keys.feed(bytes("\u{1B}")) == [])
    #expect(keys.feed(bytes("\u{1B}")) == bytes("\u{1B}") && keys.isEscaping)
  }

  @Test func whereEscapeMeansNothingToUsItIsPassedOn() {
    var keys = RelayedKeys(recognizesEscape: false)
    #expect(keys.feed(bytes("\u{1B}")) == bytes("\u{1B}") && !keys.isEscaping)
  }
}
