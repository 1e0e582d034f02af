package import Accounts
import Canvas
package import Foundation
import Text

extension EntryTable {
  /// The table of entries, in their order, with additional data.
  ///
  /// A table that is not indexed cannot find rows by name; its names need not be unique.
  package init(_ entries: [Entry], supplement: Data = Data(), isIndexed: Bool = true) {
    var builder = EntryTableBuilder(count: entries.count)
    for entry in entries { builder.add(entry) }
    let data = builder.data(supplement: supplement, isIndexed: isIndexed)
    self.data = data
    guard let layout = data.withUnsafeBytes(Layout.init) else {
      preconditionFailure("A table that was just built must be valid.")
    }
    self.layout = layout
  }
}

/// Builds a table.
private struct EntryTableBuilder {
  private var rows: [UInt32] = []
  private var shared = Values()
  private var single = Values()
  private var sharedNumbers: [String: UInt32] = [:]
  private var shortcuts: [UInt32] = []
  private var traits: EntryTable.Traits = []
  private var columns = [Int](repeating: 0, count: EntryTable.Field.allCases.count)

  /// Concatenated values.
  private struct Values {
    var ends: [UInt32] = []
    var letters: [UInt64] = []
    var text: [UInt8] = []

    mutating func add(_ value: String) -> UInt32 {
      let start = text.count
      text.append(contentsOf: value.utf8)
      let bits = text.withUnsafeBufferPointer {
        CharacterMask(UnsafeBufferPointer(rebasing: $0[start...]))
      }
      letters.append(bits.rawValue)
      ends.append(UInt32(text.count))
      return UInt32(ends.count)
    }
  }

  init(count: Int) {
    rows.reserveCapacity(count * EntryTable.rowWidth)
  }

  /// Marks the number of a shared value until the count of shared values is known.
  private static let sharedBit: UInt32 = 1 << 31

  mutating func add(_ entry: Entry) {
    let entry = entry.cleaned
    let row = UInt32(rows.count / EntryTable.rowWidth)
    let name = single.add(entry.name)
    rows.append(name)
    rows.append(
      entry.label.displayName == entry.name ? name : single.add(entry.label.displayName))
    rows.append(entry.accountID.map { single.add($0) } ?? 0)
    rows.append(number(entry.roleName))
    rows.append(entry.roleARN.map { single.add($0) } ?? 0)
    rows.append(number(entry.region))
    rows.append(number(entry.label.group))
    rows.append(number(entry.login))
    rows.append(number(entry.origin.file))
    rows.append(number(entry.label.shortcut.map { String($0) }))
    rows.append(UInt32(clamping: entry.origin.line))
    rows.append(entry.label.color.number)
    let traits = EntryTable.Traits(entry)
    rows.append(traits.rawValue)
    if entry.label.shortcut != nil { shortcuts.append(row) }
    self.traits.formUnion(traits)
    measure(entry)
  }

  private mutating func number(_ value: String?) -> UInt32 {
    guard let value else { return 0 }
    if let known = sharedNumbers[value] { return known }
    let number = shared.add(value) | Self.sharedBit
    sharedNumbers[value] = number
    return number
  }

  private mutating func measure(_ entry: Entry) {
    func measure(_ field: EntryTable.Field, _ text: String?) {
      guard let text else { return }
      columns[field.rawValue] = max(columns[field.rawValue], min(text.columns, 255))
    }
    measure(.displayName, entry.label.displayName)
    measure(.account, entry.accountID)
    measure(.role, entry.roleName)
    measure(.region, entry.region)
    measure(.group, entry.label.group)
  }

  func data(supplement: Data, isIndexed: Bool) -> Data {
    let rows = rows.enumerated().map { place, number in
      place % EntryTable.rowWidth < EntryTable.Field.allCases.count ? valueNumber(number) : number
    }
    let ends = [0] + shared.ends + single.ends.map { $0 + UInt32(shared.text.count) }
    let places = isIndexed ? places() : []
    var header: [UInt32] = [
      EntryTable.Layout.mark, EntryTable.Layout.version,
      UInt32(rows.count / EntryTable.rowWidth), UInt32(ends.count - 1), UInt32(shared.ends.count),
      UInt32(shortcuts.count), UInt32(places.count), UInt32(shared.text.count + single.text.count),
      traits.rawValue,
    ]
    header += columns.map { UInt32($0) }
    header += [0, 0]
    header += Array(repeating: 0, count: EntryTable.Layout.headerCount - header.count)
    let lengthPlace = 10 + EntryTable.Field.allCases.count
    var data = Data()
    data.append(section: header)
    data.append(section: rows)
    data.append(section: shortcuts)
    data.append(section: places)
    data.append(section: ends)
    data.append(section: [0] + shared.letters + single.letters)
    data.append(section: shared.text + single.text)
    data.append(supplement)
    let length = UInt32(data.count)
    withUnsafeBytes(of: length) {
      data.replaceSubrange(lengthPlace * 4..<lengthPlace * 4 + 4, with: $0)
    }
    return data
  }

  /// The final number of a value, after the shared ones are counted.
  private func valueNumber(_ number: UInt32) -> UInt32 {
    if number & Self.sharedBit != 0 { return number & ~Self.sharedBit }
    return number == 0 ? 0 : number + UInt32(shared.ends.count)
  }

  /// The rows plus 1 by name, 0 for an empty place; of two rows with the same name the first
  /// counts.
  private func places() -> [UInt32] {
    let count = rows.count / EntryTable.rowWidth
    guard count > 0 else { return [] }
    var size = 2
    while size < count * 2 { size *= 2 }
    var places = [UInt32](repeating: 0, count: size)
    single.text.withUnsafeBufferPointer { text in
      for row in 0..<count {
        let id = Int(rows[row * EntryTable.rowWidth])
        let start = id > 1 ? Int(single.ends[id - 2]) : 0
        let name = UnsafeBufferPointer(rebasing: text[start..<Int(single.ends[id - 1])])
        var place = Int(truncatingIfNeeded: EntryTable.fingerprint(name)) & (size - 1)
        while places[place] != 0 { place = (place + 1) & (size - 1) }
        places[place] = UInt32(row + 1)
      }
    }
    return places
  }
}

extension Data {
  /// Appends numbers at the next place aligned for 64 bits.
  fileprivate mutating func append<Number>(section numbers: [Number]) {
    append(contentsOf: repeatElement(0, count: -count & 7))
    numbers.withUnsafeBytes { append(contentsOf: $0) }
  }
}

extension Color {
  /// The colour as `rrggbb`; a label's colour always is an `.rgb`.
  fileprivate var number: UInt32 {
    guard case .rgb(let red, let green, let blue) = self else { return 0 }
    return UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
  }
}
