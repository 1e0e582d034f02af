import Accounts
import Canvas

/// Entries as aligned columns, for people.
func table(_ entries: [Entry]) -> String {
  columns(
    entries.map { entry in
      let name = entry.label.displayName == entry.name ? "" : entry.label.displayName
      return [
        entry.name.cleaned, name.cleaned, (entry.accountID ?? "").cleaned,
        (entry.roleName ?? "").cleaned, (entry.region ?? "").cleaned,
      ]
    })
}

/// Rows of as many cells each, every column as wide as its widest cell, two spaces apart; no spaces end a line.
func columns(_ rows: [[String]]) -> String {
  let widths = rows.map { $0.map(\.columns) }
  let widest = (0..<(rows.first?.count ?? 0)).map { column in widths.map { $0[column] }.max() ?? 0 }
  var text: [UInt8] = []
  for (row, widths) in zip(rows, widths) {
    var owed = 0
    for (column, cell) in row.enumerated() {
      if !cell.isEmpty {
        text.append(contentsOf: repeatElement(UInt8(ascii: " "), count: owed))
        text += cell.utf8
        owed = 0
      }
      owed += widest[column] - widths[column] + 2
    }
    text.append(UInt8(ascii: "\n"))
  }
  return String(decoding: text, as: UTF8.self)
}
