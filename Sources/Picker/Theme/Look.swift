/// How the screen looks: its theme, and whether it may draw more than ASCII.
package struct Look: Equatable, Sendable {
  package var theme: Theme
  /// True in a locale that is not UTF-8, where nothing else can be drawn.
  package var ascii: Bool

  package init(theme: Theme = .terminal, ascii: Bool = false) {
    self.theme = theme
    self.ascii = ascii
  }

  var marks: Marks { ascii ? .ascii : .unicode }
}

/// The signs that the screen is drawn with.
struct Marks: Equatable, Sendable {
  var pointer, prompt, ellipsis, bullet, rule, side: String
  var topLeft, topRight, bottomLeft, bottomRight: String

  static let unicode = Marks(
    pointer: "▸", prompt: "❯", ellipsis: "…", bullet: "•", rule: "─", side: "│", topLeft: "╭",
    topRight: "╮", bottomLeft: "╰", bottomRight: "╯")
  static let ascii = Marks(
    pointer: ">", prompt: ">", ellipsis: "..", bullet: "*", rule: "-", side: "|", topLeft: "+",
    topRight: "+", bottomLeft: "+", bottomRight: "+")
}
