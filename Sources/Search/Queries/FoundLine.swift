import Glibc

/// A line that a query finds: its place and its rank.
package struct FoundLine: Sendable, Hashable {
  /// Smaller is better: the inverted score, then the length without white space around it.
  let rank: UInt32
  /// The number of the block that contains the line, its start there, and its length, in bytes.
  package let block: UInt32
  package let start: UInt32
  package let length: UInt32
}

extension Query {
  /// The lines of a block that match the query, in the block's order; `number` is the number of the
  /// block.
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

  /// The lines found in all blocks, the best first; equal ones keep their order.
  package func ranked(_ lines: [[FoundLine]]) -> [FoundLine] {
    var all = Array(lines.joined())
    if ranks { all.sortStably(bits: 32) { UInt64($0.rank) } }
    return all
  }
}

extension Matcher {
  /// fzf's order as one number, each half of which is limited to 65,535.
  mutating func rank(
    of text: SearchedText, for query: borrowing Patterns, ranks: Bool
  ) -> UInt32? {
    guard let score = score(of: query, in: text) else { return nil }
    guard ranks else { return 0 }
    let length = min(trimmedLength(of: text), 0xFFFF)
    return UInt32(0xFFFF - min(max(0, score), 0xFFFF)) << 16 | UInt32(length)
  }
}

/// Calls `body` with each line and its start; a line break at the very end does not begin another
/// line.
@inline(__always)
func forEachLine(
  of bytes: UnsafeBufferPointer<UInt8>,
  _ body: (_ start: Int, _ line: UnsafeBufferPointer<UInt8>) -> Void
) {
  guard let base = bytes.baseAddress else { return }
  var start = 0
  while start < bytes.count {
    let end = lineEnd(base + start, bytes.count - start).map { $0 - base } ?? bytes.count
    body(start, UnsafeBufferPointer(start: base + start, count: end - start))
    start = end + 1
  }
}

@inline(__always)
private func lineEnd(_ start: UnsafePointer<UInt8>, _ count: Int) -> UnsafePointer<UInt8>? {
  memchr(start, 0x0A, count).map { UnsafePointer($0.assumingMemoryBound(to: UInt8.self)) }
}

extension Query {
  /// The indices of the matching texts, the best first, in the order of `switchback filter`.
  package func ranked(_ texts: [String]) -> [Int] {
    var matcher = Matcher()
    let patterns = Patterns(sets)
    var found: [(rank: UInt32, place: Int)] = []
    for (place, text) in texts.enumerated() {
      let rank = Array(text.utf8).withUnsafeBufferPointer {
        matcher.rank(of: SearchedText($0), for: patterns, ranks: ranks)
      }
      if let rank { found.append((rank, place)) }
    }
    return found.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.map(\.place)
  }

  /// The matches in a text, as ranges in order.
  package func highlights(in text: String) -> [Range<String.Index>] {
    highlights(in: [(.displayName, text)]).joined().map(\.self)
  }
}
