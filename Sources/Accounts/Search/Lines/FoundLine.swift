/// A line that a query found: where it stands, and its rank.
package struct FoundLine: Sendable, Hashable {
  /// Smaller is better: the score, turned round, then the length without white space around it.
  let rank: UInt32
  /// Which of the blocks that were read it stands in, where it begins there, and its length, in bytes.
  package let block: UInt32
  package let start: UInt32
  package let length: UInt32
}

extension Query {
  /// The lines of a block, whose number it is given, in which the query is found; in the block's order.
  package func lines(in block: [UInt8], number: Int) -> [FoundLine] {
    var found: [FoundLine] = []
    var matcher = Matcher()
    let patterns = Patterns(sets)
    block.withUnsafeBufferPointer { bytes in
      let isASCII = bytes.areASCII
      forEachLine(of: bytes) { start, line in
        let text = isASCII ? SearchedText(line, isASCII: true) : SearchedText(line)
        guard let rank = matcher.rank(of: text, for: patterns, ranks: ranks) else { return }
        found.append(
          FoundLine(
            rank: rank, block: UInt32(number), start: UInt32(start), length: UInt32(line.count)))
      }
    }
    return found
  }

  /// The lines found in all blocks, the best first; those that are as good as each other as they came.
  package func ranked(_ lines: [[FoundLine]]) -> [FoundLine] {
    var all = Array(lines.joined())
    if ranks { all.sortStably(bits: 32) { UInt64($0.rank) } }
    return all
  }
}

extension Matcher {
  /// fzf's order as one number, each half of which ends at 65,535.
  mutating func rank(
    of text: SearchedText, for query: borrowing Patterns, ranks: Bool
  ) -> UInt32? {
    guard let score = score(of: query, in: text) else { return nil }
    guard ranks else { return 0 }
    let length = min(trimmedLength(of: text), 0xFFFF)
    return UInt32(0xFFFF - min(max(0, score), 0xFFFF)) << 16 | UInt32(length)
  }
}
