import Accounts
import Canvas

extension Model {
  /// The help: what can be typed, the key table, the signs of a row, and the entries' own keys.
  var helpText: BoxedText {
    let sections =
      Topic.allCases.map(keys) + [
        signs, entryKeys, recentKeys, [.heading("Names, for `keys` in config.yaml"), .text(names)],
      ]
    let body = sections.filter { $0.count > 1 }.flatMap { $0 + [.text("")] }
    return BoxedText(title: "Help", body: Array(body.dropLast()), isWide: true)
  }

  private func keys(_ topic: Topic) -> [BoxedText.Block] {
    let pairs = keymap.bindings.filter { $0.topic == topic }.map { (label($0), $0.help) }
    return [.heading(topic.title)] + (topic == .finding ? Self.syntax : [])
      + pairs.filter { !$0.0.isEmpty }.map { .pair($0, $1) }
  }

  /// The query's language, by examples.
  private static let syntax: [BoxedText.Block] = [
    .text("Type words; each may stand in any field of an entry."),
    .text(
      "Or paste an ARN of anything, or a link of the portal or the console, to find its account."),
    .text("A role's ARN or a switch-role link that no entry has is assumed from an entry."),
    .pair("prod adm", "both, letters left out or not"),
    .pair("'exact", "just so"),
    .pair("^start  end$", "at the start, at the end"),
    .pair("!not", "not there"),
    .pair("a | b", "one or the other"),
    .pair("role:admin", "in one field: name: account: role: region: group: session:"),
    .pair(
      "is:mfa",
      "a state: " + EntryStates.names.dropFirst().map { "is:" + $0.key }.joined(separator: " ")),
  ]

  private var signs: [BoxedText.Block] {
    [
      .heading("Signs in a row"),
      .pair(marks.mark, "marked"),
      .pair("!", "asks for its name before switching"),
      .pair("ro", "read-only"),
      .pair("mfa", "asks for an MFA code"),
      .pair("42m", "the session that is held lasts so long"),
      .pair("login", "its login has ended; switching asks for a new one"),
      .pair("broken", "its files are at fault; the details say where"),
      .pair("problem", "something in its files is not used as written"),
    ]
  }

  private var entryKeys: [BoxedText.Block] {
    let pairs = list.shortcuts.sorted { $0.key < $1.key }.map { character, index in
      pair("Alt-" + String(character).cleaned, index)
    }
    return [.heading("Entries with a key of their own")] + pairs
  }

  private var recentKeys: [BoxedText.Block] {
    let pairs = list.recents.prefix(9).enumerated().map { place, index in
      pair("Alt-\(place + 1)", index)
    }
    return [.heading("Recent entries")] + pairs
  }

  private var names: String { keymap.bindings.map(\.name).joined(separator: "  ") }

  private func pair(_ key: String, _ index: Int) -> BoxedText.Block {
    .pair(key, list.entry(index).label.displayName)
  }
}
