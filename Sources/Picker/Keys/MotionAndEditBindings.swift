extension Binding {
  /// The built-in bindings that move through rows and lines.
  static let motions = [
    Binding(
      "next-field", "<tab>", .move(.down), .moving, in: [.form], "next field",
      footer: [.form: "next"]),
    Binding(
      "previous-field", "<shift-tab>", .move(.up), .moving, in: [.form], "previous field"),
    Binding("up", "<up> <ctrl-p>", vi: "k N", .move(.up), .moving, in: .rows, "up"),
    Binding("down", "<down> <ctrl-n>", vi: "j n", .move(.down), .moving, in: .rows, "down"),
    Binding(
      "half-page-up", "", vi: "<ctrl-u>", .move(.halfPageUp), .moving, in: .rows,
      "half a page up"),
    Binding(
      "half-page-down", "", vi: "<ctrl-d>", .move(.halfPageDown), .moving, in: .rows,
      "half a page down"),
    Binding("page-up", "<pgup>", vi: "<ctrl-b>", .move(.pageUp), .moving, in: .rows, "page up"),
    Binding(
      "page-down", "<pgdn>", vi: "<ctrl-f>", .move(.pageDown), .moving, in: .rows,
      "page down",
      footer: [.call: "more"]),
    Binding("first", "<home>", vi: "g", .move(.first), .moving, in: .rows, "first"),
    Binding("last", "<end>", vi: "G", .move(.last), .moving, in: .rows, "last"),
  ]

  /// The built-in bindings that edit text input, as in readline.
  static let edits = [
    Binding(
      "left", "<left> <ctrl-b>", .edit(.left), .typing, in: .typing,
      "move left; with an empty query, fold the group"),
    Binding(
      "right", "<right> <ctrl-f>", .edit(.right), .typing, in: .typing,
      "move right; with an empty query, unfold it"),
    Binding("word-left", "<alt-b>", .edit(.wordLeft), .typing, in: .typing, "a word left"),
    Binding("word-right", "<alt-f>", .edit(.wordRight), .typing, in: .typing, "a word right"),
    Binding("start", "<ctrl-a>", .edit(.start), .typing, in: .typing, "to the start of the text"),
    Binding("end", "<ctrl-e>", .edit(.end), .typing, in: .typing, "to the end of the text"),
    Binding(
      "field-start", "<home>", .edit(.start), .typing, in: [.field], "to the start of a field"),
    Binding("field-end", "<end>", .edit(.end), .typing, in: [.field], "to the end of a field"),
    Binding(
      "backspace", "<backspace> <ctrl-h>", .edit(.backspace), .typing, in: .typing,
      "delete the character before"),
    Binding(
      "delete", "<del> <ctrl-d>", .edit(.delete), .typing, in: .typing,
      "delete the character after"),
    Binding(
      "delete-word", "<ctrl-w>", .edit(.deleteWord), .typing, in: .typing,
      "delete back to the previous space"),
    Binding(
      "delete-word-left", "<alt-backspace>", .edit(.deleteWordLeft), .typing, in: .typing,
      "delete the word before"),
    Binding(
      "delete-word-right", "<alt-d>", .edit(.deleteWordRight), .typing, in: .typing,
      "delete the word after"),
    Binding(
      "delete-to-start", "<ctrl-u>", .edit(.deleteToStart), .typing, in: .typing,
      "delete all before"),
    Binding(
      "delete-to-end", "<ctrl-k>", .edit(.deleteToEnd), .typing, in: .typing, "delete all after"),
  ]
}
