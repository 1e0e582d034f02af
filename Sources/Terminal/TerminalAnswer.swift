package import Canvas

/// What a terminal says to `TerminalQueries.background`, and what was typed between.
package struct BackgroundReplyParser: Sendable {
  package private(set) var color: Color?
  /// True until its last answer has come.
  package private(set) var isDue: Bool
  private var pending: [UInt8] = []
  private var otherBytes: [UInt8] = []
  private var decoder = KeyDecoder()

  package init(isDue: Bool = false) {
    self.isDue = isDue
  }

  /// The bytes that are no answer, in order: the beginning of one that never ended is none.
  package var typed: [UInt8] { otherBytes }

  package mutating func take(_ bytes: [UInt8]) {
    pending += bytes
    while let first = pending.first {
      let length = first == escape ? pending[...].lengthOfAnswer : 1
      guard let length else { return }
      let piece = Array(pending.prefix(length))
      pending.removeFirst(length)
      if piece.count > 1 { handle(piece) } else { otherBytes += piece }
    }
  }

  private mutating func handle(_ piece: [UInt8]) {
    let inputs = decoder.feed(piece)
    for case .answer(let answer) in inputs {
      switch answer {
      case .background(let found): color = found
      case .attributes: isDue = false
      default: break
      }
    }
    // A key that sends several bytes, such as an arrow.
    if inputs.contains(where: \.isTyped) { otherBytes += piece }
  }
}

extension Input {
  fileprivate var isTyped: Bool {
    switch self {
    case .key, .pasted: true
    default: false
    }
  }
}

extension ArraySlice<UInt8> {
  /// How long the sequence is that begins here, with Escape; 1 for an Escape alone, nil while its end is missing.
  fileprivate var lengthOfAnswer: Int? {
    guard count > 1 else { return nil }
    switch self[startIndex + 1] {
    case UInt8(ascii: "["):
      let end = dropFirst(2).firstIndex { 0x40...0x7E ~= $0 }
      return end.map { $0 - startIndex + 1 }
    case UInt8(ascii: "]"), UInt8(ascii: "P"): return lengthOfString
    default: return 1
    }
  }

  /// To the bell, or to Escape and a backslash.
  private var lengthOfString: Int? {
    guard let end = dropFirst(2).firstIndex(where: { $0 == 0x07 || $0 == escape }) else {
      return nil
    }
    if self[end] == 0x07 { return end - startIndex + 1 }
    return end + 1 < endIndex ? end - startIndex + 2 : nil
  }
}
