import Accounts
import Canvas

/// Entries as aligned columns, for people and for `column`-free pipes.
func table(_ entries: [Entry]) -> String {
  columns(
    entries.map { entry in
      [
        entry.label.displayName == entry.name ? "" : entry.label.displayName, entry.accountID ?? "",
        entry.roleName ?? "", entry.region ?? "",
      ].map(\.cleaned).inserting(entry.name.cleaned)
    })
}

/// Rows of cells, each column as wide as its widest cell, two spaces apart.
func columns(_ rows: [[String]]) -> String {
  guard let count = rows.first?.count else { return "" }
  let widths = (0..<count).map { column in rows.map { $0[column].columns }.max() ?? 0 }
  return rows.map { row in
    let line = zip(row, widths).map { cell, width in
      cell + String(repeating: " ", count: width - cell.columns + 2)
    }.joined()
    return line.trimmingTrailingSpaces + "\n"
  }.joined()
}

extension [String] {
  fileprivate func inserting(_ first: String) -> [String] { [first] + self }
}

extension String {
  fileprivate var trimmingTrailingSpaces: String {
    var text = self
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }
}
