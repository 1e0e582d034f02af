extension EntryTable {
  /// The table's numbers and texts, read where they lie; a damaged one gives nothing, or empty texts.
  struct Reader {
    private let layout: Layout
    private let start: UnsafeRawPointer
    let rowCount: Int
    let sharedCount: Int

    init(_ bytes: UnsafeRawBufferPointer, _ layout: Layout) {
      self.layout = layout
      // A layout is only made of bytes that are there.
      start = bytes.baseAddress ?? UnsafeRawPointer(bitPattern: 8).unsafelyUnwrapped
      rowCount = layout.rowCount
      sharedCount = layout.sharedCount
    }

    @inline(__always)
    private func word(_ section: Range<Int>, _ index: Int) -> UInt32 {
      start.load(fromByteOffset: section.lowerBound + index * 4, as: UInt32.self)
    }

    /// The number of a field's value, 0 for none.
    @inline(__always)
    func value(_ field: Field, _ row: Int) -> Int {
      let id = Int(word(layout.rows, row * EntryTable.rowWidth + field.rawValue))
      return id <= layout.valueCount ? id : 0
    }

    @inline(__always)
    func number(_ number: Number, _ row: Int) -> UInt32 {
      word(layout.rows, row * EntryTable.rowWidth + number.rawValue)
    }

    /// A value's text; values are counted from 1.
    @inline(__always)
    func bytes(ofValue id: Int) -> UnsafeBufferPointer<UInt8> {
      let first = Int(word(layout.ends, max(0, id - 1)))
      let end = Int(word(layout.ends, id))
      guard first <= end, end <= layout.text.count else {
        return UnsafeBufferPointer(start: nil, count: 0)
      }
      let text = start.advanced(by: layout.text.lowerBound + first)
      return UnsafeBufferPointer(
        start: text.assumingMemoryBound(to: UInt8.self), count: end - first)
    }

    /// Which characters a value has.
    @inline(__always)
    func letters(ofValue id: Int) -> Letters {
      Letters(rawValue: start.load(fromByteOffset: layout.letters.lowerBound + id * 8, as: UInt64.self))
    }

    var placeCount: Int { layout.places.count / 4 }

    /// The row at a place of the index by name; nil where it is empty.
    func row(atPlace place: Int) -> Int? {
      let row = Int(word(layout.places, place))
      return row > 0 && row <= rowCount ? row - 1 : nil
    }

    var shortcutRows: [Int] {
      (0..<layout.shortcuts.count / 4).map { Int(word(layout.shortcuts, $0)) }
        .filter { $0 < rowCount }
    }
  }

  /// FNV-1a of a name, 64 bits.
  static func fingerprint(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
  }
}
