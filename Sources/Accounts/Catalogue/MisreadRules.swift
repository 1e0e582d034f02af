extension Settings {
  /// What the rules that protect were most likely meant for where they match no entry: what their words match, as those
  /// of a list in another notation or of a regular expression.
  func misreadRules(among entries: [Entry]) -> [UnreadProtectionError] {
    let suspects = rules.filter { $0.confirm == true || $0.readOnly == true }
    guard !suspects.isEmpty else { return [] }
    let names = entries.map { [folded($0.name), folded($0.label.displayName)] }
    func matchesAny(_ glob: Glob) -> Bool {
      names.contains { $0.contains { glob.matches(folded: $0) } }
    }
    return suspects.filter { !matchesAny($0.match) }.flatMap { rule in
      rule.likelyPatterns.filter(matchesAny).map {
        UnreadProtectionError(rule.misreadDiagnostic, .matching($0))
      }
    }
  }
}

extension Rule {
  private static let signsOfLists: Set<Character> = [
    ",", ";", "|", "(", ")", "{", "}", "[", "]", "<", ">", "&", "/", ":", "`", "\u{2026}", " ",
  ]
  private static let signsOfExpressions = ["^", "$", ".*", ".+", "|", "\\", "+", "[", "-?"]

  private var isExpression: Bool {
    Self.signsOfExpressions.contains { match.pattern.contains($0) }
  }

  /// The globs of its words; a regular expression describes any part of a name.
  fileprivate var likelyPatterns: [Glob] {
    let ends: Set<Character> = Self.signsOfLists.union(["^", "$", "\\", "\"", "'", "+", "!"])
    let pattern = match.pattern.replacing("\\b", with: " ").replacing(".*", with: "*")
      .replacing("[[:", with: "[").replacing(":]]", with: "]")
    let words = pattern.split { ends.contains($0) }
      .filter { $0.contains { $0.isLetter || $0.isNumber } }
    // Without a word, or with all that is not one, any entry may be meant.
    if words.isEmpty || pattern.hasPrefix("!") { return [Glob("*")] }
    return words.map { word in
      guard isExpression else { return Glob(String(word)) }
      return Glob("*" + word.replacing("?", with: "").filter { $0 != "." } + "*")
    }
  }

  fileprivate var misreadDiagnostic: Diagnostic {
    Diagnostic(
      origin ?? Origin(file: "config.yaml", line: 1),
      "The rule '\(maskingKeys(match.pattern))' matches no entry: a pattern is a glob, in which * is any text and {a,b} "
        + "one of two.")
  }
}
