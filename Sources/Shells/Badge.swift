/// The label in front of a prompt: the name in the entry's colour, in brackets where there is none.
struct Badge: Sendable, Hashable {
  /// SGR parameters; nil for no escape sequence.
  var parameters: String?
  private var hasColor: Bool
  /// What follows the name: ` read-only`, and in a nested subshell such as ` (2)`.
  var suffix: String

  init(_ identity: Identity, in colors: LabelColors) {
    parameters = colors.parameters(for: identity.color)
    hasColor = colors == .indexed || colors == .truecolor
    let depth = identity.depth > 1 ? " (\(identity.depth))" : ""
    suffix = (identity.isReadOnly ? " read-only" : "") + depth
  }

  /// The badge around `name`, which may be a reference, with `sgr` turning SGR parameters into what
  /// the reader understands; a space follows.
  func around(_ name: String, sgr: (String) -> String) -> String {
    let inside = hasColor ? " \(name) " : "[\(name)]"
    guard let parameters else { return inside + " " }
    return sgr(parameters) + inside + sgr("0") + " "
  }

  /// The badge as a terminal reads it.
  func shown(_ name: String) -> String {
    around(name + suffix) { "\u{1B}[\($0)m" }
  }
}
