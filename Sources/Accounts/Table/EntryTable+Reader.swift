extension EntryTable {
  /// The table's numbers and texts, read where they lie; a damaged one gives nothing, or empty texts.
  struct Reader {
    private let layout: Layout
    private let start: UnsafeRawPointer
    private let rows: UnsafePointer<UInt32>
    private let ends: UnsafePointer<UInt32>
    private let letters: UnsafePointer<UInt64>
    private let text: UnsafePointer<UInt8>
    private let textCount: Int
    private let valueCount: Int
    let rowCount: Int
    let sharedCount: Int

    init(_ bytes: UnsafeRawBufferPointer, _ layout: Layout) {
      self.layout = layout
      // A layout is only made of bytes that are there.
      start = bytes.baseAddress ?? UnsafeRawPointer(bitPattern: 8).unsafelyUnwrapped
      rows = (start + layout.rows.lowerBound).assumingMemoryBound(to: UInt32.self)
      ends = (start + layout.ends.lowerBound).assumingMemoryBound(to: UInt32.self)
      letters = (start + layout.letters.lowerBound).assumingMemoryBound(to: UInt64.self)
      text = (start + layout.text.lowerBound).assumingMemoryBound(to: UInt8.self)
      textCount = layout.text.count
      valueCount = layout.valueCount
      rowCount = layout.rowCount
      sharedCount = layout.sharedCount
    }

    @inline(__always)
    private func word(_ section: Range<Int>, _ index: Int) -> UInt32 {
      start.load(fromByteOffset: section.lowerBound + index * 4, as: UInt32.self)
    }

    /// The number of a field's value, 0 for none.
    @inline(__always)
    func value(_ field: Field, _ row: Int) -> Int { value(field.rawValue, row) }

    @inline(__always)
    func value(_ field: Int, _ row: Int) -> Int {
      let id = Int(rows[row * EntryTable.rowWidth + field])
      return id <= valueCount ? id : 0
    }

    @inline(__always)
    func number(_ number: Number, _ row: Int) -> UInt32 {
      rows[row * EntryTable.rowWidth + number.rawValue]
    }

    /// A value's text; values are counted from 1.
    @inline(__always)
    func bytes(ofValue id: Int) -> UnsafeBufferPointer<UInt8> {
      let first = Int(ends[max(0, id - 1)])
      let end = Int(ends[id])
      guard first <= end, end <= textCount else {
        return UnsafeBufferPointer(start: nil, count: 0)
      }
      return UnsafeBufferPointer(start: text + first, count: end - first)
    }

    /// Which characters a value has.
    @inline(__always)
    func letters(ofValue id: Int) -> Letters {
      Letters(rawValue: letters[id])
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
