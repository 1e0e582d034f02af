import Glibc

extension Matcher {
  /// Where in a text the term's characters could be, in order; nil where they are not all there.
  ///
  /// It begins one character early, since what stands before a character decides on its bonus.
  @inline(__always)
  func scope(of term: Pattern, in text: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    guard let start = text.baseAddress else { return nil }
    let folding = term.isCaseSensitive ? tables.same : tables.lower
    var first = 0
    var place = 0
    var last: UInt32 = 0
    for index in term.text.indices {
      last = term.text[index]
      while true {
        guard place < text.count else { return nil }
        if UInt32(folding[Int(start[place])]) == last { break }
        place += 1
      }
      if index == 0, place > 0 { first = place - 1 }
      place += 1
    }
    var end = text.count
    while end > place, UInt32(folding[Int(start[end - 1])]) != last { end -= 1 }
    return first..<end
  }
}
