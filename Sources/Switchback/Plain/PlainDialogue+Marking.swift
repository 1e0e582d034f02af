import Accounts
import Canvas
import Foundation

extension LineModeDialogue {
  /// Marks these entries, or takes their marks away where all of them are marked; lists the marked ones for none.
  mutating func mark(_ numbers: [ClosedRange<Int>], _ now: Int) -> Reply {
    guard role == nil else { return ask("A role is assumed from one entry: type its number.\n") }
    guard !numbers.isEmpty else { return listMarked(now) }
    let places = numbers.flatMap { $0.map { $0 - 1 } }
    if let missing = places.first(where: { !entries.indices.contains($0) }) {
      return ask(self.missingMessage(.number(missing + 1)))
    }
    toggleMarks(places)
    return ask(joinedLines([markedInWords]))
  }

  /// What Enter leads to while entries are marked.
  mutating func askCommand() -> Reply {
    isAskingCommand = true
    let last = context.lastCommand?.cleaned.truncated(to: 60, ellipsis: "...")
    let offer = last.map { ", Enter for `\($0)`" } ?? ""
    return Reply(
      text: joinedLines([markedInWords]),
      next: .ask("Command to run as \(marked.count == 1 ? "it" : "each of them")\(offer): "))
  }

  /// Takes the command that was typed, or the last one for an empty line.
  mutating func take(command line: String) -> Reply {
    isAskingCommand = false
    let typed = line.trimmingCharacters(in: .whitespaces)
    guard let command = typed.isEmpty ? context.lastCommand : typed else {
      return ask("No command was typed, and nothing was run.\n")
    }
    return Reply(
      text: "", next: .run(command: command, entries: marked.sorted().map { entries[$0].name }))
  }

  /// Why a single entry is not switched to.
  func refuseForMarks() -> Reply {
    ask(
      joinedLines([
        markedInWords + " Enter runs a command as \(marked.count == 1 ? "it" : "each of them"); "
          + "** removes the marks."
      ]))
  }

  private mutating func listMarked(_ now: Int) -> Reply {
    guard !marked.isEmpty else { return ask("No entry is marked.\n") }
    list(marked.sorted())
    return page("Marked:", now)
  }

  private var markedInWords: String {
    let names = marked.sorted().map { entries[$0].shownName }
    guard !names.isEmpty else { return "No entry is marked any more." }
    let rest = names.count > 6 ? " and \(names.count - 6) more" : ""
    return "\(entryCount(names.count)) marked: " + names.prefix(6).joined(separator: ", ") + rest
      + "."
  }
}

extension [ClosedRange<Int>] {
  /// Numbers and ranges such as `3 5-7`; nil for anything else.
  init?(numbers text: Substring) {
    self = []
    for word in text.split(whereSeparator: { $0 == " " || $0 == "," }) {
      let ends = word.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      guard (1...2).contains(ends.count), let first = ends.first ?? nil,
        let last = ends.last ?? nil,
        first >= 1, first <= last, last - first < 100_000
      else { return nil }
      append(first...last)
    }
  }
}
