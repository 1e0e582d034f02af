extension Array {
  /// Sorts stably by the lowest `bits` of a number.
  ///
  /// It is a radix sort, lowest digit first, without comparisons.
  mutating func sortStably(bits: Int, by key: (Element) -> UInt64) {
    guard count > 1 else { return }
    var other = self
    for shift in stride(from: 0, to: bits, by: digitBits) {
      guard let starts = starts(ofDigitAt: shift, key) else { continue }
      distribute(into: &other, from: starts, digitAt: shift, key)
      swap(&self, &other)
    }
  }

  /// The start index of each digit's elements; nil if all elements have the same digit.
  private func starts(ofDigitAt shift: Int, _ key: (Element) -> UInt64) -> [Int]? {
    var counts = [Int](repeating: 0, count: 1 << digitBits)
    for element in self { counts[digit(key(element), shift)] += 1 }
    guard !counts.contains(count) else { return nil }
    var start = 0
    for index in counts.indices {
      let next = start + counts[index]
      counts[index] = start
      start = next
    }
    return counts
  }

  private func distribute(
    into other: inout [Element], from starts: [Int], digitAt shift: Int,
    _ key: (Element) -> UInt64
  ) {
    var next = starts
    other.withUnsafeMutableBufferPointer { other in
      for element in self {
        let digit = digit(key(element), shift)
        other[next[digit]] = element
        next[digit] += 1
      }
    }
  }
}

private let digitBits = 11

@inline(__always)
private func digit(_ key: UInt64, _ shift: Int) -> Int {
  Int(key >> UInt64(shift) & (1 << UInt64(digitBits) - 1))
}
