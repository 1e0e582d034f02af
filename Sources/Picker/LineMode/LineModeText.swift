import Accounts
import Text

extension LineModeDialogue {
  /// The question, including the current action of Enter.
  package var question: String {
    if entries.isEmpty { return "Enter for the demo, q to leave: " }
    let number = role == nil ? "Number" : "Number of the entry to assume it from"
    let enter = enterInWords.map { ", Enter \($0)" } ?? ""
    return "\(number), words to filter\(enter), ? for help: "
  }

  private var enterInWords: String? {
    guard marked.isEmpty else { return "for a command to run as \(marked.count) marked" }
    let rest = listed.count - shown
    if let onlyOne { return "for \(entries[onlyOne].shownName.truncated(to: 40, ellipsis: "..."))" }
    guard rest > 0 else { return nil }
    return shown == 0 ? "for the list" : "for \(rest) more"
  }

  var help: String {
    let before = previous.map { ", \(entries[$0].shownName)" } ?? ""
    let rows = [
      ("3", "Switch to the entry of that number."),
      ("3 r", "The same, read-only: with AWS's ReadOnlyAccess policy."),
      ("words", "List what matches. Entries keep their numbers."),
      ("/3", "List what matches 3, which without the slash is a number."),
      ("/", "List all entries again."),
      ("Enter", "More of the list; its only entry; else the list again."),
      ("-", "Switch to the previous entry\(before)."),
      ("-2", "Switch to the second newest of the recent entries."),
      ("--", "List the recent entries, the newest first."),
      ("? 3", "Show the details of entry 3."),
      (
        "* 3 5-7",
        "Mark these entries, or unmark them; Enter then asks for a command to run as each of them. "
          + "* lists the marked entries, ** removes all marks."
      ),
      ("q", "Leave; Ctrl-D and Ctrl-C do the same."),
    ]
    let keys = rows.map { key, text in
      key + String(repeating: " ", count: 9 - key.columns) + text
    }
    return joinedLines(
      keys + [
        "Type a role's ARN or a console switch-role link to assume that role from an entry that "
          + "you choose next."
      ])
  }

  /// The details of an entry.
  func details(of place: Int, _ now: Int) -> String {
    let entry = entries[place]
    let line = entry.origin.line > 0 ? ", line \(entry.origin.line)" : ""
    let group = entry.label.group.map { "group \($0.cleaned)" }
    let location = entry.locationWords + [group].compactMap(\.self)
    return joinedLines(
      [
        "\(place + 1): \(entry.shownName).",
        "\(entry.isProfile ? "Profile" : "Entry") \(entry.name.cleaned), "
          + "from \(entry.origin.file.cleaned)\(line).",
        location.joined(separator: ", ").capitalizedFirst + (location.isEmpty ? "" : "."),
        entry.roleARN.map { "Role ARN: \($0.cleaned)" } ?? "",
        states(place, now).joined(separator: " "),
      ].filter { !$0.isEmpty } + steps(of: entry))
  }

  private func steps(of entry: Entry) -> [String] {
    do {
      return try chain(entry).enumerated().map { "Step \($0 + 1): \($1.cleaned)." }
    } catch {
      return ["It cannot be switched to: \("\(error)".cleaned)"]
    }
  }

  static let noEntries = [
    NoEntriesText.title, NoEntriesText.source, NoEntriesText.setup, NoEntriesText.demo,
  ].joined(separator: " ")
}

extension Entry {
  /// The display name, cleaned and truncated, or the name if the display name is blank.
  var shownName: String {
    let names = [label.displayName.cleaned, name.cleaned].map {
      $0.truncated(to: 48, ellipsis: "...")
    }
    return names.first { !$0.allSatisfy(\.isWhitespace) } ?? "(no name)"
  }

  /// The account, role and region, as far as they are known.
  var locationWords: [String] {
    [("account", accountID), ("role", roleName), ("region", region)].compactMap { what, value in
      value.map { "\(what) \($0.cleaned)" }
    }
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
