extension EntryTable {
  /// The table's numbers and texts, read where they lie; a damaged one gives nothing, or empty texts.
  struct Reader {
    private let rows: UnsafeBufferPointer<UInt32>
    private let ends: UnsafeBufferPointer<UInt32>
    private let letters: UnsafeBufferPointer<UInt64>
    private let text: UnsafeBufferPointer<UInt8>
    private let places: UnsafeBufferPointer<UInt32>
    private let shortcuts: UnsafeBufferPointer<UInt32>
    private let valueCount: Int
    let rowCount: Int
    let sharedCount: Int

    init(_ bytes: UnsafeRawBufferPointer, _ layout: Layout) {
      rows = bytes.numbers(layout.rows)
      ends = bytes.numbers(layout.ends)
      letters = bytes.numbers(layout.letters)
      text = bytes.numbers(layout.text)
      places = bytes.numbers(layout.places)
      shortcuts = bytes.numbers(layout.shortcuts)
      valueCount = layout.valueCount
      rowCount = layout.rowCount
      sharedCount = layout.sharedCount
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
      guard first <= end, end <= text.count else {
        return UnsafeBufferPointer(start: nil, count: 0)
      }
      return UnsafeBufferPointer(rebasing: text[first..<end])
    }

    /// Which characters a value has.
    @inline(__always)
    func letters(ofValue id: Int) -> CharacterMask {
      CharacterMask(rawValue: letters[id])
    }

    var placeCount: Int { places.count }

    /// The row at a place of the index by name; nil where it is empty.
    func row(atPlace place: Int) -> Int? {
      let row = Int(places[place])
      return row > 0 && row <= rowCount ? row - 1 : nil
    }

    var shortcutRows: [Int] {
      shortcuts.map { Int($0) }.filter { $0 < rowCount }
    }
  }

  /// FNV-1a of a name, 64 bits.
  static func fingerprint(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
  }
}

extension UnsafeRawBufferPointer {
  /// The numbers in a range, which a layout has put where they may stand.
  fileprivate func numbers<Number>(_ range: Range<Int>) -> UnsafeBufferPointer<Number> {
    UnsafeRawBufferPointer(rebasing: self[range]).bindMemory(to: Number.self)
  }
}
