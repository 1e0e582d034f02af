import Picker

/// Screens that keys open: the palette, labels, marks, folded sections, and bare keys as commands.
let keys = [
  Situation("palette", "every available action", "<f2><down>"),
  Situation("palette-found", "the actions that match a query", "<f2>cop<down>"),
  Situation("palette-nothing", "a query without matches", "<f2>zzz"),
  Situation("jump", "a letter on each row", "<alt-j>"),
  Situation("jump-many", "more rows than letters", on: .depths, "<alt-j>") {
    picker(many, look: $0)
  },
  Situation("marked", "two rows marked, the cursor on the next", "<tab><tab>"),
  Situation("marked-found", "marks, some of them hidden by the query", "<tab>adm<alt-a>"),
  Situation("folded", "all sections but one", "<alt-Z><down><right>"),
  Situation("command", "bare keys are commands", "jj") { vi(look: $0) },
  Situation("command-filter", "the filter is open", "/adm") { vi(look: $0) },
  Situation("command-help", "all keys, including bare ones", "?") { vi(look: $0) },
]

private func vi(look: Look) -> Model { picker(keymap: Keymap(vi: true), look: look) }
