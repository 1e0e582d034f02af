import Picker

/// What keys lead to: the palette, labels, marks, folded sections, and bare keys as commands.
let keys = [
  Situation("palette", "every action that makes sense", "<f2><down>"),
  Situation("palette-found", "what a query finds of them", "<f2>cop<down>"),
  Situation("palette-nothing", "a query that finds none", "<f2>zzz"),
  Situation("jump", "a letter on each row", "<alt-j>"),
  Situation("jump-many", "more rows than letters", on: .depths, "<alt-j>") {
    picker(many, look: $0)
  },
  Situation("marked", "two rows marked, the cursor on the next", "<tab><tab>"),
  Situation("marked-found", "marks that the query hides some of", "<tab>adm<alt-a>"),
  Situation("folded", "all sections but one", "<alt-Z><down><right>"),
  Situation("command", "bare keys are commands", "jj") { vi(look: $0) },
  Situation("command-filter", "until the filter is asked for", "/adm") { vi(look: $0) },
  Situation("command-help", "all keys, bare ones too", "?") { vi(look: $0) },
]

private func vi(look: Look) -> Model { picker(keymap: Keymap(vi: true), look: look) }
