extension Binding {
  /// The built-in keys, in the order of the help.
  static let builtIn = [
    Binding(
      "accept", "<enter>", .accept,
      "switch to the selected entry, send what was typed, or try again",
      footer: [
        .list: "switch", .field: "send", .form: "switch", .text: "try again",
        .empty: "try the demo",
      ]),
    Binding(
      "back", "<esc>", .back,
      "one step back: from a call, a field, the help, the query; then quit",
      footer: [
        .list: "quit", .empty: "quit", .field: "back", .form: "back", .text: "back",
        .call: "give up",
      ]),
    Binding(
      "help", "<f1>", .help,
      "this help",
      footer: [.list: "help", .field: "help", .form: "help", .empty: "help"]),
    Binding(
      "options", "<ctrl-o>", .options, in: [.list, .text],
      "region, duration, session name, tags and more, before switching",
      footer: [.list: "options", .text: "options"]),
    Binding(
      "recent", "<alt-1> <alt-2> <alt-3> <alt-4> <alt-5> <alt-6> <alt-7> <alt-8> <alt-9>", .recent,
      in: [.list],
      "switch to one of the nine most recent entries",
      footer: [.list: "recent"]),
    Binding(
      "previous", "<alt-->", .previous, in: [.list],
      "switch back to the previous entry",
      footer: [.list: "previous"]),
    Binding(
      "read-only", "<alt-r>", .readOnly, in: [.list],
      "switch to the selected entry, read-only",
      footer: [.list: "read-only"]),
    Binding(
      "palette", "<f2>", .palette, in: [.list, .text],
      "every action, to be chosen by name",
      footer: [.list: "actions"]),
    Binding(
      "jump", "<alt-j>", .jump, in: [.list],
      "show a letter on each row; typing it switches there"),
    Binding("mark", "<tab>", .mark(.down), in: [.list], "mark or unmark, and one down"),
    Binding("mark-up", "<shift-tab>", .mark(.up), in: [.list], "mark or unmark, and one up"),
    Binding("mark-all", "<alt-a>", .markAll, in: [.list], "mark all that match, or none"),
    Binding("fold", "<alt-z>", .fold, in: [.list], "fold or unfold the section"),
    Binding("fold-all", "<alt-Z>", .foldAll, in: [.list], "fold or unfold all sections"),
    Binding("group", "<alt-g>", .group, in: [.list], "with or without groups"),
    Binding("sort", "<alt-s>", .sort, in: [.list], "sort by recent use, by name, or as in the file"),
    Binding("pin", "<alt-i>", .pin, in: [.list], "pin to the top, or unpin"),
    Binding("pin-up", "<alt-up>", .movePin(.up), in: [.list], "move a pinned entry up"),
    Binding("pin-down", "<alt-down>", .movePin(.down), in: [.list], "move a pinned entry down"),
    Binding("details", "<f3>", .details, in: [.list], "show or hide the details"),
    Binding(
      "details-up", "<shift-up>", .scrollDetails(.up), in: [.list], "scroll the details up"),
    Binding(
      "details-down", "<shift-down>", .scrollDetails(.down), in: [.list],
      "scroll the details down"),
    Binding("copy-account", "<alt-c>", .copy(.account), in: [.list], "copy the account's number"),
    Binding("copy-role", "<alt-y>", .copy(.role), in: [.list], "copy the role's ARN"),
    Binding("copy-link", "<alt-l>", .copy(.link), in: [.list], "copy a link to the console"),
    Binding(
      "edit", "<alt-e>", .editEntry, in: [.list], "change name, colour, group or shortcut",
      footer: [.list: "edit"]),
    Binding("undo", "<alt-u>", .undo, in: [.list], "undo the last change"),
    Binding(
      "history", "<alt-h>", .history, in: [.list], "every switch so far",
      footer: [.list: "history"]),
    Binding("mouse", "<alt-m>", .mouse, in: [.list], "mouse off, wheel only, or all of it"),
    Binding(
      "next-field", "<tab>", .move(.down), in: [.form], "to the next field",
      footer: [.form: "next"]),
    Binding("previous-field", "<shift-tab>", .move(.up), in: [.form], "to the field before"),
    Binding("up", "<up> <ctrl-p>", .move(.up), in: rows, "one up"),
    Binding("down", "<down> <ctrl-n>", .move(.down), in: rows, "one down"),
    Binding("page-up", "<pgup>", .move(.pageUp), in: rows, "a page up"),
    Binding(
      "page-down", "<pgdn>", .move(.pageDown), in: rows,
      "a page down",
      footer: [.call: "more"]),
    Binding("first", "<home>", .move(.first), in: rows, "to the first"),
    Binding("last", "<end>", .move(.last), in: rows, "to the last"),
    Binding("left", "<left> <ctrl-b>", .edit(.left), in: text, "a character left"),
    Binding("right", "<right> <ctrl-f>", .edit(.right), in: text, "a character right"),
    Binding("word-left", "<alt-b>", .edit(.wordLeft), in: text, "a word left"),
    Binding("word-right", "<alt-f>", .edit(.wordRight), in: text, "a word right"),
    Binding("start", "<ctrl-a>", .edit(.start), in: text, "to the start of the text"),
    Binding("end", "<ctrl-e>", .edit(.end), in: text, "to the end of the text"),
    Binding(
      "backspace", "<backspace> <ctrl-h>", .edit(.backspace), in: text,
      "delete the character before"),
    Binding("delete", "<del> <ctrl-d>", .edit(.delete), in: text, "delete the character after"),
    Binding(
      "delete-word", "<ctrl-w>", .edit(.deleteWord), in: text,
      "delete the word before, up to a blank"),
    Binding(
      "delete-word-left", "<alt-backspace>", .edit(.deleteWordLeft), in: text,
      "delete the word before"),
    Binding(
      "delete-word-right", "<alt-d>", .edit(.deleteWordRight), in: text, "delete the word after"),
    Binding("delete-to-start", "<ctrl-u>", .edit(.deleteToStart), in: text, "delete all before"),
    Binding("delete-to-end", "<ctrl-k>", .edit(.deleteToEnd), in: text, "delete all after"),
    Binding(
      "quit", "<ctrl-c>", .quit,
      "quit, from anywhere",
      footer: [.call: "quit"]),
    Binding("suspend", "<ctrl-z>", .suspend, "stop; the shell's fg goes on"),
    Binding("redraw", "<ctrl-l>", .redraw, "draw the screen again"),
  ]

  private static let rows: [Context] = [.list, .form, .call, .text]
  private static let text: [Context] = [.list, .field, .form]
}
