/// The lines that differ between two texts, with `-` and `+` before them and three lines around
/// each; empty if none do.
func lineDiff(from old: String, to new: String) -> String {
  let lines = edits(from: old.lines, to: new.lines)
  let changes = lines.indices.filter { !lines[$0].hasPrefix(" ") }
  let shown = Set(changes.flatMap { $0 - 3...$0 + 3 })
  var text: [String] = []
  for index in lines.indices where shown.contains(index) {
    if index > 0, !shown.contains(index - 1) { text.append("  ⋮") }
    text.append(lines[index])
  }
  return text.joined(separator: "\n")
}

/// Every line of both texts.
///
/// Common lines appear once, after a blank.
private func edits(from old: [Substring], to new: [Substring]) -> [String] {
  let difference = new.difference(from: old)
  let removed = Set(difference.removals.map(\.offset))
  let inserted = Set(difference.insertions.map(\.offset))
  var lines: [String] = []
  var place = 0
  for index in old.indices {
    if removed.contains(index) {
      lines.append("- " + old[index])
      continue
    }
    while inserted.contains(place) {
      lines.append("+ " + new[place])
      place += 1
    }
    lines.append("  " + old[index])
    place += 1
  }
  return lines + new[place...].map { "+ " + $0 }
}

extension CollectionDifference.Change {
  fileprivate var offset: Int {
    switch self {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }
}

extension String {
  fileprivate var lines: [Substring] {
    split(separator: "\n", omittingEmptySubsequences: false)
  }
}
