extension Query {
  /// The places of the texts that are found, the best first, as `switchback filter` orders lines.
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

  /// Where in a text the query was found, as ranges in order.
  package func highlights(in text: String) -> [Range<String.Index>] {
    highlights(in: [(.displayName, text)]).joined().map(\.self)
  }
}
