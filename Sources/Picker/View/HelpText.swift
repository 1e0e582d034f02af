import Accounts
import Canvas

extension Model {
  /// The help: the key table, and the entries' own keys.
  var helpText: BoxedText {
    let keys = keymap.bindings.filter { !$0.keys.isEmpty }.map {
      BoxedText.Block.pair($0.label(marks), $0.help)
    }
    return BoxedText(
      title: "Help",
      body: [
        .text("Type to find an entry: words in any order, each in any field."),
        .text("Or paste a role's ARN or a console switch-role link, to assume it from an entry."),
        .text(""),
      ] + keys + entryKeys + recentKeys)
  }

  private var entryKeys: [BoxedText.Block] {
    let pairs = list.shortcuts.sorted { $0.key < $1.key }.map { character, index in
      pair("Alt-" + String(character).cleaned, index)
    }
    return pairs.isEmpty ? [] : [.text(""), .heading("Entries with a key of their own")] + pairs
  }

  private var recentKeys: [BoxedText.Block] {
    let pairs = list.recents.prefix(9).enumerated().map { place, index in
      pair("Alt-\(place + 1)", index)
    }
    return pairs.isEmpty ? [] : [.text(""), .heading("Recent entries")] + pairs
  }

  private func pair(_ key: String, _ index: Int) -> BoxedText.Block {
    .pair(key, list.entry(index).label.displayName)
  }
}
