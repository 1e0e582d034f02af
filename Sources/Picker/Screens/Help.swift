import Accounts
import Search

/// The state of the open help.
struct Help: Equatable, Sendable {
  /// The first line shown.
  var top = 0
  /// The filter of the help.
  private(set) var field = TextField("")

  /// Types text.
  ///
  /// It returns false if not all of it fits.
  mutating func type(_ text: String) -> Bool {
    defer { top = 0 }
    return field.insert(text)
  }

  mutating func apply(_ edit: TextField.Edit) {
    field.apply(edit)
    top = 0
  }

  /// The blocks of a section that match the filter, under its heading; empty if none match.
  func filtered(_ section: [BoxedText.Block]) -> [BoxedText.Block] {
    let words = field.text.lowercased().split(separator: " ")
    guard !words.isEmpty, let heading = section.first else { return section }
    let found = section.dropFirst().filter { block in
      guard case .pair(let key, let meaning) = block else { return false }
      let text = (key + " " + meaning).lowercased()
      return words.allSatisfy(text.contains)
    }
    return found.isEmpty ? [] : [heading] + found
  }
}

extension Model {
  /// The help: the states of a row, the query language, the key table, and the entries' shortcuts.
  var helpText: BoxedText {
    let help = help ?? Help()
    let sections =
      [states, Self.queries, viMode] + keySections + [entryKeys, recentKeys, names]
    let body = sections.map(help.filtered).filter { $0.count > 1 }.flatMap { $0 + [.text("")] }
    let query = help.field.text
    return BoxedText(
      title: query.isEmpty ? helpTitle : "Help: " + query,
      body: body.isEmpty ? [.text("Nothing matches.")] : Array(body.dropLast()), isWide: true)
  }

  private var helpTitle: String {
    "Help for " + helpedPlace.name + (keymap.isVi ? "" : ": type to filter")
  }

  private var states: [BoxedText.Block] {
    [.heading("States of an entry")] + EntryFlag.allCases.map { .pair($0.text, $0.meaning) } + [
      .pair("42m", "time left in the cached session"), .pair(marks.mark, "marked"),
    ]
  }

  /// Examples of the query language.
  private static let queries: [BoxedText.Block] = [
    .heading("Queries"),
    .pair("prod adm", "both terms, fuzzy, in any field"),
    .pair("'exact", "exact"),
    .pair("^start  end$", "at the start, at the end"),
    .pair("!not", "excluded"),
    .pair("a | b", "one or the other"),
    .pair("role:admin", "in one field: name: account: role: region: group: session:"),
    .pair(
      "is:mfa",
      "a state: " + EntryStates.names.dropFirst().map { "is:" + $0.key }.joined(separator: " ")),
    .pair("arn:aws:…", "any ARN, or a link of the access portal or the console: its account"),
    .pair("arn:aws:iam::…", "a role that you have no entry for: choose an entry to assume it from"),
  ]

  private var entryKeys: [BoxedText.Block] {
    let pairs = list.shortcuts.sorted { $0.key < $1.key }.map { character, index in
      pair(keyToJump(to: character), index)
    }
    return [.heading("Entry shortcuts")] + pairs
  }

  private var recentKeys: [BoxedText.Block] {
    let pairs = list.recents.prefix(9).enumerated().map { place, index in
      pair("Alt-\(place + 1)", index)
    }
    return [.heading("Recent entries")] + pairs
  }

  /// The names of the actions under `keys` in `config.yaml`.
  private var names: [BoxedText.Block] {
    [.heading("Action names for `keys` in config.yaml")]
      + Topic.allCases.map { topic in
        let names = keymap.bindings.filter { $0.topic == topic }.map(\.name)
        return .pair(topic.title, names.joined(separator: ", "))
      }
  }

  private func pair(_ key: String, _ index: Int) -> BoxedText.Block {
    .pair(key, list.entry(index).label.displayName)
  }
}

extension Model {
  /// The bindings by topic for the part of the picker in which the help was opened, then the
  /// remaining ones by part.
  ///
  /// Each binding appears once.
  var keySections: [[BoxedText.Block]] {
    var rest = keymap.bindings.filter {
      ($0.action != .dismissLesson || lesson != nil) && !$0.allKeys.isEmpty
    }
    func take(_ isWanted: (Binding) -> Bool) -> [BoxedText.Block] {
      defer { rest.removeAll(where: isWanted) }
      return rest.filter(isWanted).map(line)
    }
    let here = helpedPlace
    let topics = Topic.allCases.map { topic in
      [.heading(topic.title)] + take { $0.topic == topic && $0.holds(in: here) }
    }
    let others = HelpPlace.allCases.map { place in
      [.heading("In " + place.name)] + take { $0.holds(in: place) }
    }
    return topics + others
  }

  /// The part of the picker in which the help was opened.
  var helpedPlace: HelpPlace {
    var below = self
    below.help = nil
    return HelpPlace(below.context)
  }

  /// The section about vi mode.
  var viMode: [BoxedText.Block] {
    guard keymap.isVi, let filter = keymap.bindings.first(where: { $0.action == .filter }) else {
      return []
    }
    return [
      .heading("vi mode"),
      .pair("a letter alone", "a command in the list, the history, the help and messages"),
      .pair(filter.label(marks), "types into the query of the list or the history instead"),
      .pair("elsewhere", "a letter types itself: in forms, fields and the search of actions"),
    ]
  }

  private func line(_ binding: Binding) -> BoxedText.Block {
    let mark = binding.action == .help && !keymap.isVi ? ", ?" : ""
    return .pair(binding.label(marks) + mark, binding.help)
  }
}
