import Canvas

/// What the first bytes of some input amount to, and how many they are.
struct DecodedInput {
  var length: Int
  var input: [Input]
  var startsPaste = false

  init(_ length: Int, _ input: [Input] = []) {
    self.length = length
    self.input = input
  }

  init(_ length: Int, _ key: Key) {
    self.init(length, [.key(key)])
  }
}

let escape: UInt8 = 0x1B
