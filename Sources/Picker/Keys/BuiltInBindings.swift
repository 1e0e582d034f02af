extension Binding {
  /// The built-in bindings.
  ///
  /// The footer shows its bindings in this order.
  static let builtIn = actions + motions + leaving + edits

  private static let actions = [
    Binding(
      "accept", "<enter>", .accept, .switching,
      "switch; with marks: run a command as each",
      footer: [
        .list: "switch", .command: "switch", .history: "switch again", .field: "send",
        .form: "switch", .text: "try again", .empty: "try the demo", .palette: "run",
        .help: "close",
      ]),
    Binding(
      "back", "<esc>", vi: "q", .back, .leaving, in: KeyContext.allCases,
      viIn: [.historyCommand, .call, .text],
      "back; clears the query, then the marks; then quits",
      footer: [
        .list: "quit", .command: "quit", .history: "back", .empty: "quit", .field: "back",
        .form: "back", .text: "back", .call: "cancel", .palette: "back", .jump: "back",
        .help: "close",
      ]),
    Binding(
      "filter", "", vi: "/ i", .filter, .finding, in: .commands,
      "type into the query; Esc returns to commands",
      footer: [.command: "filter", .history: "filter"]),
    Binding(
      "help", "<f1> <ctrl-_>", vi: "?", .help, .looking,
      "help: states, queries, keys",
      footer: [
        .list: "help", .command: "help", .history: "help", .field: "help", .form: "help",
        .empty: "help",
      ]),
    Binding(
      "palette", "<f2>", vi: ":", .palette, .finding, in: .switches + [.text, .help, .palette],
      "search all actions",
      footer: [.list: "actions", .command: "actions", .history: "actions"]),
    Binding(
      "options", "<ctrl-o>", vi: "o", .options, .switching, in: .switches + [.text],
      viIn: .commands,
      "set region, duration, tags and more, then switch",
      footer: [
        .list: "options", .command: "options", .history: "options", .text: "options",
      ]),
    Binding(
      "recent", "<alt-1> <alt-2> <alt-3> <alt-4> <alt-5> <alt-6> <alt-7> <alt-8> <alt-9>",
      vi: "1 2 3 4 5 6 7 8 9", .recent, .switching, in: .lists,
      "switch to a recent entry",
      footer: [.list: "recent", .command: "recent"]),
    Binding(
      "previous", "<alt-->", vi: "-", .previous, .switching, in: .lists,
      "switch to the previous entry",
      footer: [.list: "previous", .command: "previous"]),
    Binding(
      "read-only", "<alt-r>", vi: "r", .readOnly, .switching, in: .switches,
      "switch, read-only",
      footer: [.list: "read-only", .command: "read-only"]),
    Binding(
      "jump", "<ctrl-g> <alt-j>", vi: "f", .jump, .switching, in: .lists,
      "show a key on each row that switches to it",
      footer: [.list: "jump", .command: "jump"]),
    Binding(
      "mark", "<tab>", vi: "<space>", .mark(.down), .arranging, in: .switches,
      "mark or unmark, then down",
      footer: [.list: "mark", .command: "mark", .history: "mark"]),
    Binding(
      "mark-up", "<shift-tab>", .mark(.up), .arranging, in: .switches,
      "mark or unmark, then up"),
    Binding(
      "mark-all", "<alt-a>", vi: "a", .markAll, .arranging, in: .switches,
      "mark all matches, or none"),
    Binding("unmark-all", "", .unmarkAll, .arranging, in: .lists, "remove all marks"),
    Binding(
      "fold", "<alt-z>", vi: "z", .fold, .arranging, in: .lists, "fold or unfold the group"),
    Binding(
      "fold-all", "<alt-Z>", vi: "Z", .foldAll, .arranging, in: .lists,
      "fold or unfold all groups"),
    Binding("collapse", "", vi: "h <left>", .collapse, .arranging, in: [.command], "fold"),
    Binding("expand", "", vi: "l <right>", .expand, .arranging, in: [.command], "unfold"),
    Binding(
      "group", "<alt-g>", vi: "`", .group, .arranging, in: .lists,
      "change grouping: files, account, SSO session, name, none"),
    Binding(
      "sort", "<alt-s>", vi: "s", .sort, .arranging, in: .lists,
      "sort by recent use, by name, or as in the files"),
    Binding("pin", "<alt-i>", vi: "p", .pin, .arranging, in: .lists, "pin to the top, or unpin"),
    Binding(
      "pin-up", "<alt-up>", .movePin(.up), .arranging, in: .lists, "move a pinned entry up"),
    Binding(
      "pin-down", "<alt-down>", .movePin(.down), .arranging, in: .lists,
      "move a pinned entry down"),
    Binding(
      "details", "<f3>", vi: "d", .details, .looking, in: .lists, "show or hide the details"),
    Binding(
      "details-up", "<shift-up>", vi: "K", .scrollDetails(.up), .looking, in: .lists,
      "scroll the details up"),
    Binding(
      "details-down", "<shift-down>", vi: "J", .scrollDetails(.down), .looking, in: .lists,
      "scroll the details down"),
    Binding(
      "copy-account", "<alt-c>", vi: "c", .copy(.account), .editing, in: .lists,
      "copy the account ID"),
    Binding(
      "copy-role", "<alt-y>", vi: "y", .copy(.role), .editing, in: .lists, "copy the role ARN"),
    Binding(
      "copy-link", "<alt-l>", vi: "Y", .copy(.link), .editing, in: .lists,
      "copy the console's switch-role link"),
    Binding(
      "edit", "<alt-e>", vi: "e", .editEntry, .editing, in: .lists,
      "edit name, color, group, shortcut or pin",
      footer: [.list: "edit", .command: "edit"]),
    Binding(
      "undo", "<alt-u>", vi: "u", .undo, .editing, in: .switches,
      "undo the last edit, pin or deletion",
      footer: [.list: "undo", .command: "undo", .history: "undo"]),
    Binding(
      "forget", "<ctrl-x>", vi: "x", .forget, .editing, in: .histories,
      "delete the selected or the marked switches",
      footer: [.history: "delete"]),
    Binding(
      "forget-all", "<alt-X>", vi: "X", .forgetAll, .editing, in: .histories,
      "delete all switches shown, after confirmation"),
    Binding(
      "history", "<alt-h>", vi: "H", .history, .looking, in: .switches, "history of switches",
      footer: [.list: "history", .command: "history"]),
    Binding(
      "dismiss", "<f4>", .dismissLesson, .looking, in: .lists, "hide the demo's suggestions"),
    Binding(
      "mouse", "<alt-m>", vi: "m", .mouse, .looking, in: .switches,
      "cycle mouse: off, wheel, full"),
  ]

  private static let leaving = [
    Binding(
      "quit", "<ctrl-c>", vi: "q", .quit, .leaving, in: KeyContext.allCases, viIn: [.command],
      "quit, from anywhere",
      footer: [.call: "quit"]),
    Binding(
      "suspend", "<ctrl-z>", .suspend, .leaving, in: KeyContext.allCases,
      "suspend (resume with fg)"),
    Binding("redraw", "<ctrl-l>", .redraw, .looking, in: KeyContext.allCases, "redraw the screen"),
  ]
}
