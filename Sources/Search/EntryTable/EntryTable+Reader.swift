package import Accounts
import Canvas
import Foundation

extension EntryTable {
  /// Reads the table's numbers and texts in place; a damaged table gives nothing, or empty texts.
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

    /// The text of a value; values are counted from 1.
    @inline(__always)
    func bytes(ofValue id: Int) -> UnsafeBufferPointer<UInt8> {
      let first = Int(ends[max(0, id - 1)])
      let end = Int(ends[id])
      guard first <= end, end <= text.count else {
        return UnsafeBufferPointer(start: nil, count: 0)
      }
      return UnsafeBufferPointer(rebasing: text[first..<end])
    }

    /// The characters of a value.
    @inline(__always)
    func letters(ofValue id: Int) -> CharacterMask {
      CharacterMask(rawValue: letters[id])
    }

    var placeCount: Int { places.count }

    /// The row at a place of the name index; nil if it is empty.
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
  /// The numbers in a range, which the layout has aligned.
  fileprivate func numbers<Number>(_ range: Range<Int>) -> UnsafeBufferPointer<Number> {
    UnsafeRawBufferPointer(rebasing: self[range]).bindMemory(to: Number.self)
  }
}

extension EntryTable {
  /// Runs `body` on the table in place.
  func reading<Value>(_ body: (Reader) throws -> Value) rethrows -> Value {
    try data.withUnsafeBytes { try body(Reader($0, layout)) }
  }

  /// The entry of a row, cleaned except for its name.
  package func entry(_ row: Int) -> Entry {
    reading { $0.entry(row) }
  }

  /// The text of a row's field; nil if it has none.
  package func text(_ field: Field, ofRow row: Int) -> String? {
    reading { $0.text(field, row) }
  }

  /// The row of the entry of that name; nil if there is none.
  package func row(named name: String) -> Int? {
    reading { $0.row(named: name) }
  }

  /// The rows of entries with shortcuts, by shortcut.
  package var shortcuts: [Character: Int] {
    reading { reader in
      var rows: [Character: Int] = [:]
      for row in reader.shortcutRows {
        if let key = reader.text(.shortcut, row)?.first, rows[key] == nil { rows[key] = row }
      }
      return rows
    }
  }
}

extension EntryTable.Reader {
  func text(_ field: EntryTable.Field, _ row: Int) -> String? {
    let id = value(field, row)
    return id == 0 ? nil : text(ofValue: id)
  }

  func entry(_ row: Int) -> Entry {
    let traits = EntryTable.Traits(rawValue: number(.flags, row))
    let color = number(.color, row)
    var entry = Entry(
      name: text(.name, row) ?? "",
      label: Label(
        displayName: text(.displayName, row) ?? "",
        color: .rgb(UInt8(color >> 16 & 255), UInt8(color >> 8 & 255), UInt8(color & 255)),
        group: text(.group, row), shortcut: text(.shortcut, row)?.first,
        confirm: traits.contains(.confirm), readOnly: traits.contains(.readOnly)),
      kind: traits.kind, accountID: text(.account, row), roleName: text(.role, row),
      roleARN: text(.arn, row), region: text(.region, row),
      origin: Origin(file: text(.file, row) ?? "", line: Int(number(.line, row))),
      isProfile: traits.contains(.isProfile))
    entry.label.confirmsBriefly = traits.contains(.confirmsBriefly)
    entry.hasMFA = traits.contains(.hasMFA)
    entry.login = text(.login, row)
    entry.trouble = traits.trouble
    return entry
  }

  /// The lookup uses open addressing: after a taken place comes the next.
  func row(named name: String) -> Int? {
    let mask = placeCount - 1
    guard mask >= 0 else { return nil }
    var name = name
    return name.withUTF8 { wanted in
      var place = Int(truncatingIfNeeded: EntryTable.fingerprint(wanted)) & mask
      for _ in 0...mask {
        guard let row = row(atPlace: place) else { return nil }
        if bytes(ofValue: value(.name, row)).elementsEqual(wanted) { return row }
        place = (place + 1) & mask
      }
      return nil
    }
  }
}
