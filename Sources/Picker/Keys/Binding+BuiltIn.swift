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
