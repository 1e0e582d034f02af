extension EntryTable {
  /// The ranges of the sections in the bytes.
  struct Layout: Sendable, Hashable {
    /// The version of the layout; other versions are not read.
    static let version: UInt32 = 2
    static let mark: UInt32 = 0x5357_4254
    static let headerCount = 26

    let rowCount: Int
    let valueCount: Int
    /// The first `sharedCount` values may be in many rows; the others are in one.
    let sharedCount: Int
    let traits: Traits
    let columns: [Int]
    let rows: Range<Int>
    let shortcuts: Range<Int>
    let places: Range<Int>
    let ends: Range<Int>
    let letters: Range<Int>
    let text: Range<Int>
    let supplement: Range<Int>

    /// Nil if the bytes are not a table.
    init?(_ bytes: UnsafeRawBufferPointer) {
      guard bytes.count >= Self.headerCount * 4 else { return nil }
      let header = (0..<Self.headerCount).map { index in
        Int(bytes.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self))
      }
      guard header[0] == Int(Self.mark), header[1] == Int(Self.version) else { return nil }
      rowCount = header[2]
      valueCount = header[3]
      sharedCount = header[4]
      traits = Traits(rawValue: UInt32(header[8]))
      columns = Array(header[9..<9 + Field.allCases.count])
      var sections = Sections(start: Self.headerCount * 4)
      rows = sections.next(rowCount * EntryTable.rowWidth * 4)
      shortcuts = sections.next(header[5] * 4)
      places = sections.next(header[6] * 4)
      ends = sections.next((valueCount + 1) * 4)
      letters = sections.next((valueCount + 1) * 8)
      text = sections.next(header[7])
      guard header[10 + Field.allCases.count] == bytes.count, sections.end <= bytes.count,
        sharedCount <= valueCount,
        header[6].nonzeroBitCount <= 1, header[6] > rowCount || header[6] == 0
      else { return nil }
      supplement = sections.end..<bytes.count
    }
  }

  /// Allocates consecutive ranges, each aligned for 64-bit numbers.
  private struct Sections {
    private(set) var end: Int

    init(start: Int) {
      end = start
    }

    mutating func next(_ length: Int) -> Range<Int> {
      let start = end + -end & 7
      end = start + length
      return start..<end
    }
  }
}
