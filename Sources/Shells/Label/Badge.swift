import Canvas

/// The label before a prompt: the name in the entry's colour, or in brackets without colours.
struct Badge: Sendable, Hashable {
  private let colors: LabelColors
  /// SGR parameters; nil for no escape sequence.
  var parameters: String?
  /// The text after the name: ` read-only`, and the depth of a nested subshell, for example ` (2)`.
  var suffix: String

  init(_ identity: Identity, in colors: LabelColors) {
    self.colors = colors
    parameters = colors.parameters(for: identity.color)
    suffix = Self.suffix(isReadOnly: identity.isReadOnly, depth: identity.depth)
  }

  init(_ active: ActiveEntryNote, in colors: LabelColors) {
    self.colors = colors
    parameters = colors.parameters(for: active.color)
    suffix = active.suffix
  }

  static func suffix(isReadOnly: Bool, depth: Int) -> String {
    (isReadOnly ? " read-only" : "") + (depth > 1 ? " (\(depth))" : "")
  }

  /// The badge as a terminal reads it.
  func shown(_ name: String) -> String {
    colors.badge(name + suffix, parameters ?? "") { "\u{1B}[\($0)m" }
  }
}

extension LabelColors {
  /// The badge around `text`, in the colour of its SGR parameters, and a space after it.
  ///
  /// Text and parameters can be references. `sgr` turns parameters into a sequence for the reader.
  func badge(_ text: String, _ parameters: String, sgr: (String) -> String) -> String {
    let ends = badgeEnds(parameters, sgr: sgr)
    return ends.start + text + ends.end
  }

  /// The parts of a badge before and after its text.
  func badgeEnds(
    _ parameters: String, sgr: (String) -> String
  ) -> (start: String, end: String) {
    let inside = depth != .none ? (" ", " ") : ("[", "]")
    return self == .unstyled
      ? (inside.0, inside.1 + " ") : (sgr(parameters) + inside.0, inside.1 + sgr("0") + " ")
  }

  /// The parts of a badge in a prompt of references: without an active entry they are empty.
  func referenceBadge(sgr: (String) -> String) -> (start: String, end: String) {
    let ends = badgeEnds("${__switchback_sgr-0}", sgr: sgr)
    return ("${SWITCHBACK_LABEL:+\(ends.start)}", "${SWITCHBACK_LABEL:+\(ends.end)}")
  }
}
