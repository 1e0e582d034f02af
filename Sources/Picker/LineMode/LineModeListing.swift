import Accounts
import Text

extension LineModeDialogue {
  /// The index of the only listed entry, if it was shown; nil if there are more, or none.
  var onlyOne: Int? {
    listed.count == 1 && shown == 1 ? listed.first : nil
  }

  /// Lists the entries that match the words.
  mutating func filter(_ words: String, _ now: Int) -> Reply {
    let found = words.isEmpty ? Array(entries.indices) : places(matching: words)
    let complaint = words.isEmpty ? nil : complaint(words, found.first.map { entries[$0] })
    if found.isEmpty { return takeRole(words) ?? noMatches(words, complaint) }
    if words.isEmpty { role = nil }
    list(found)
    let verb = found.count == 1 ? "matches" : "match"
    let heading = "\(found.count) of \(entryCount(entries.count)) \(verb) \(words.cleaned):"
    let note = complaint.map { "\($0.cleaned)\n" } ?? ""
    return page(note + (words.isEmpty ? "All \(entryCount(entries.count)):" : heading), now)
  }

  mutating func listRecents(_ now: Int) -> Reply {
    guard !recents.isEmpty else { return ask("There are no recent entries yet.\n") }
    list(recents)
    return page("Recent entries, the newest first:", now)
  }

  /// The next page of listed entries, under a heading.
  mutating func page(_ heading: String, _ now: Int) -> Reply {
    let rows = turnPage().map { row($0, now) }
    let title = heading.isEmpty ? "" : joinedLines([heading])
    return ask(title + joinedLines(alignedRows(rows, digits: String(entries.count).count)))
  }

  /// Replies that nothing matches.
  ///
  /// It resets the list, since Enter must not choose an entry that is out of sight.
  private mutating func noMatches(_ words: String, _ complaint: String?) -> Reply {
    list(Array(entries.indices))
    return ask(
      joinedLines(["Nothing matches \(words.cleaned).", complaint?.cleaned].compactMap(\.self)))
  }

  private func row(_ place: Int, _ now: Int) -> LineModeRow {
    let entry = entries[place]
    return LineModeRow(
      number: place + 1,
      cells: [entry.shownName]
        + [entry.accountID, entry.roleName, entry.region].map {
          ($0 ?? "").cleaned.truncated(to: 48, ellipsis: "...")
        },
      states: states(place, now))
  }

  /// The special states of an entry, one sentence each.
  func states(_ place: Int, _ now: Int) -> [String] {
    let entry = entries[place]
    let left = context.sessions[entry.name].map { $0 - now } ?? 0
    return [
      entry.name == context.current ? "Current." : nil,
      place == previous ? "Previous." : nil,
      marked.contains(place) ? "Marked." : nil,
      entry.trouble.map { $0 == .unusable ? "Broken." : "Has a problem." },
      entry.label.readOnly ? "Read-only." : nil,
      entry.label.confirm ? "Requires confirmation." : nil,
      entry.hasMFA ? "Asks for an MFA code." : nil,
      left <= 0 && entry.login.map(context.loggedOut.contains) == true
        ? "Not logged in." : nil,
      context.pins.contains(entry.name) ? "Pinned." : nil,
      left > 0 ? "Session \(durationInWords(left)) left." : nil,
    ].compactMap(\.self)
  }
}

/// A duration in seconds, in words: `1 hour 5 minutes`.
package func durationInWords(_ seconds: Int) -> String {
  func some(_ count: Int, _ unit: String) -> String { "\(count) \(unit)\(count == 1 ? "" : "s")" }
  let minutes = seconds / 60
  if minutes == 0 { return "less than a minute" }
  let (hours, rest) = minutes.quotientAndRemainder(dividingBy: 60)
  let parts = [(hours, "hour"), (rest, "minute")].filter { $0.0 > 0 }
  return parts.map(some).joined(separator: " ")
}

/// A number of entries in words.
func entryCount(_ entries: Int) -> String {
  entries == 1 ? "1 entry" : "\(entries) entries"
}

func joinedLines(_ lines: [String]) -> String {
  lines.map { $0 + "\n" }.joined()
}

/// One line of the numbered list.
struct LineModeRow: Equatable {
  var number: Int
  /// Cleaned texts, the same number in each row.
  ///
  /// Unknown values are empty.
  var cells: [String]
  /// The states of the entry, as sentences.
  var states: [String]
}

/// The rows as lines, each column as wide as its widest cell, two blanks apart, without blanks at
/// the end.
///
/// The numbers are right-aligned in `digits` columns.
func alignedRows(_ rows: [LineModeRow], digits: Int) -> [String] {
  let count = rows.first?.cells.count ?? 0
  let widest = (0..<count).map { column in rows.map { $0.cells[column].columns }.max() ?? 0 }
  return rows.map { row in
    let number = String(row.number)
    var line = blanks(digits - number.count) + number
    var pending = 2
    for (cell, width) in zip(row.cells, widest) where width > 0 {
      if !cell.isEmpty {
        line += blanks(pending) + cell
        pending = 0
      }
      pending += width - cell.columns + 2
    }
    return row.states.isEmpty ? line : line + blanks(pending) + row.states.joined(separator: " ")
  }
}

private func blanks(_ count: Int) -> String {
  String(repeating: " ", count: max(0, count))
}
