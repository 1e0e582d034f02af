import Canvas

/// The label in front of a prompt: the name in the entry's colour, in brackets where there is none.
struct Badge: Sendable, Hashable {
  private let colors: LabelColors
  /// SGR parameters; nil for no escape sequence.
  var parameters: String?
  /// What follows the name: ` read-only`, and in a nested subshell such as ` (2)`.
  var suffix: String

  init(_ identity: Identity, in colors: LabelColors) {
    self.colors = colors
    parameters = colors.parameters(for: identity.color)
    let depth = identity.depth > 1 ? " (\(identity.depth))" : ""
    suffix = (identity.isReadOnly ? " read-only" : "") + depth
  }

  init(_ active: ActiveEntryNote, in colors: LabelColors) {
    self.colors = colors
    parameters = colors.parameters(for: active.color)
    suffix = active.suffix
  }

  /// The badge as a terminal reads it.
  func shown(_ name: String) -> String {
    colors.badge(name + suffix, parameters ?? "") { "\u{1B}[\($0)m" }
  }
}

extension LabelColors {
  /// The badge around `text`, in a colour by its SGR parameters, both of which may be references; `sgr` turns
  /// parameters into what the reader understands, and a space follows.
  func badge(_ text: String, _ parameters: String, sgr: (String) -> String) -> String {
    let inside = depth != .none ? " \(text) " : "[\(text)]"
    return self == .unstyled ? inside + " " : sgr(parameters) + inside + sgr("0") + " "
  }

  /// The badge around references in a prompt: what is beside the name is there only where there is one.
  func referring(to text: String, sgr: (String) -> String) -> String {
    let around = badge("|", "${__switchback_sgr-0}", sgr: sgr).split(separator: "|")
      .map { "${SWITCHBACK_LABEL:+\($0)}" }
    return (around.first ?? "") + text + (around.last ?? "")
  }
}
