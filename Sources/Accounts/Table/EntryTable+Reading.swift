import Canvas
import Foundation

extension EntryTable {
  /// What `body` makes of the table where it lies.
  func reading<Value>(_ body: (Reader) throws -> Value) rethrows -> Value {
    try data.withUnsafeBytes { try body(Reader($0, layout)) }
  }

  /// The entry of a row, cleaned but for its name.
  package func entry(_ row: Int) -> Entry {
    reading { $0.entry(row) }
  }

  /// The text of a row's field; nil where it has none.
  package func text(_ field: Field, ofRow row: Int) -> String? {
    reading { $0.text(field, row) }
  }

  /// The row of the entry of that name; nil where there is none.
  package func row(named name: String) -> Int? {
    reading { $0.row(named: name) }
  }

  /// The rows of entries that have keys of their own, by these.
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

  /// Found by open addressing: the place after a taken one is the next.
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
