package import Canvas
import Text

/// Settings for all entries with matching names that do not have their own.
package struct Rule: Sendable, Hashable {
  /// The pattern for the entry's name and its display name.
  package var match: Glob
  package var color: Color?
  package var group: String?
  package var confirm: Bool?
  /// `confirm: ask`.
  package var confirmsBriefly = false
  package var readOnly: Bool?
  package var marks = MarkSettings()
  package var origin: Origin?

  /// The maximum number of rules in a file.
  static let maximumCount = 10_000

  package init(
    match: Glob, color: Color? = nil, group: String? = nil, confirm: Bool? = nil,
    readOnly: Bool? = nil
  ) {
    self.match = match
    self.color = color
    self.group = group
    self.confirm = confirm
    self.readOnly = readOnly
  }
}

extension Settings {
  /// Diagnostics for rules that set `confirm` or `read_only` without effect: no entry matches, or
  /// an earlier rule without the setting matches first.
  package func ruleDiagnostics(on entries: [Entry]) -> [Diagnostic] {
    let own = Dictionary(self.entries.map { ($0.name, $0) }) { _, last in last }
    let named = entries.map { NamedEntry($0, own[$0.name]) }
    let first = named.map { entry in rules.firstIndex { $0.matches(entry) } }
    return rules.indices.flatMap { index -> [Diagnostic] in
      let rule = rules[index]
      guard let origin = rule.origin, !rule.protectiveKeys.isEmpty else { return [] }
      let matched = named.indices.filter { rule.matches(named[$0]) }
      guard !matched.isEmpty else {
        return [Diagnostic(origin, "\(rule.words) matches no entry, so it protects nothing.")]
      }
      return rule.protectiveKeys.compactMap { key in
        let lost = matched.filter { entry in
          guard let winner = first[entry], winner < index else { return false }
          return rules[winner][keyPath: key.path] == nil && !named[entry].sets(key)
        }
        return lost.first.map {
          Diagnostic(origin, overruledMessage(rule, key, lost, first[$0], named))
        }
      }
    }
  }

  private func overruledMessage(
    _ rule: Rule, _ key: ProtectiveKey, _ lost: [Int], _ winner: Int?, _ named: [NamedEntry]
  ) -> String {
    let names = lost.prefix(3).map { "'\(named[$0].name)'" }
    let more = lost.count > names.count ? ["\(lost.count - names.count) more"] : []
    let earlier = winner.flatMap { rules[$0].origin.map { " on line \($0.line)" } } ?? ""
    return
      "\(rule.words) does not give `\(key.name)` to \((names + more).joined(separator: ", ")): "
      + "the rule"
      + "\(earlier) matches first, and only the first counts. Add `\(key.name)` to it, or change "
      + "the order."
  }
}

/// A key of a rule that protects.
private struct ProtectiveKey {
  let name: String
  let path: KeyPath<Rule, Bool?>
  let own: KeyPath<EntrySettings, Bool?>
}

/// An entry with the texts that rules match, and its own settings.
private struct NamedEntry {
  let name: String
  let texts: [[UInt8]]
  let settings: EntrySettings?

  init(_ entry: Entry, _ settings: EntrySettings?) {
    name = entry.name
    texts = [entry.name, entry.label.displayName].map(folded)
    self.settings = settings
  }

  func sets(_ key: ProtectiveKey) -> Bool { settings?[keyPath: key.own] != nil }
}

extension Rule {
  fileprivate var words: String { "The rule '\(match.pattern)'" }

  fileprivate func matches(_ entry: NamedEntry) -> Bool {
    entry.texts.contains { match.matches(folded: $0) }
  }

  /// The protecting keys that it sets.
  fileprivate var protectiveKeys: [ProtectiveKey] {
    [
      ProtectiveKey(name: "confirm: true", path: \.confirm, own: \.confirm),
      ProtectiveKey(name: "read_only: true", path: \.readOnly, own: \.readOnly),
    ].filter { self[keyPath: $0.path] == true }
  }
}

extension Settings {
  /// The probable intent of misread rules that protect.
  ///
  /// For a rule without a matching entry: the entries that its words match, as if it were a list in
  /// another notation or a regular expression. For a rule with matching entries: those that it
  /// would match as a regular expression.
  func misreadRules(among entries: [Entry]) -> [UnreadProtectionError] {
    let suspects = rules.filter { $0.confirm == true || $0.readOnly == true }
    guard !suspects.isEmpty else { return [] }
    let names = entries.map { [folded($0.name), folded($0.label.displayName)] }
    func matchesAny(_ glob: Glob) -> Bool {
      names.contains { $0.contains { glob.matches(folded: $0) } }
    }
    let own = Dictionary(self.entries.map { ($0.name, $0) }) { _, last in last }
    return suspects.flatMap { rule in
      guard matchesAny(rule.match) else {
        return rule.likelyPatterns.filter(matchesAny).map {
          UnreadProtectionError(rule.misreadDiagnostic, .matching($0))
        }
      }
      guard let meant = rule.meantAsExpression else { return [] }
      let missed = missed(by: rule, meant, among: entries, own)
      guard !missed.isEmpty else { return [] }
      return [UnreadProtectionError(rule.halfReading(meant), .entries(missed))]
    }
  }

  /// The entries that a glob matches but that lack the rule's protection, unless an earlier rule or
  /// their own settings decide.
  private func missed(
    by rule: Rule, _ meant: Glob, among entries: [Entry], _ own: [String: EntrySettings]
  ) -> Set<String> {
    let earlier = rules.prefix { $0.origin != rule.origin }
    let missed = entries.filter { entry in
      let settings = own[entry.name]
      let isMissed =
        rule.confirm == true && !entry.label.confirm && settings?.confirm == nil
        || rule.readOnly == true && !entry.label.readOnly && settings?.readOnly == nil
      return isMissed && meant.matches(either: entry)
        && !earlier.contains { $0.match.matches(either: entry) }
    }
    return Set(missed.map(\.name))
  }
}

extension Glob {
  fileprivate func matches(either entry: Entry) -> Bool {
    matches(entry.name) || matches(entry.label.displayName)
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

  /// The globs of its words; a regular expression matches any part of a name.
  fileprivate var likelyPatterns: [Glob] {
    let ends: Set<Character> = Self.signsOfLists.union(["^", "$", "\\", "\"", "'", "+", "!"])
    let pattern = match.pattern.replacing("\\b", with: " ").replacing(".*", with: "*")
      .replacing("[[:", with: "[").replacing(":]]", with: "]")
    let words = pattern.split { ends.contains($0) }
      .filter { $0.contains { $0.isLetter || $0.isNumber } }
    // Without any words, or in a negation, any entry may be meant.
    if words.isEmpty || pattern.hasPrefix("!") { return [Glob("*")] }
    return words.map { word in
      guard isExpression else { return Glob(String(word)) }
      return Glob("*" + word.replacing("?", with: "").filter { $0 != "." } + "*")
    }
  }

  /// The glob equivalent to the pattern as a regular expression; nil if it is certainly not one.
  ///
  /// For `prod.*` it is `prod*`: the user most likely means names that begin with it.
  fileprivate var meantAsExpression: Glob? {
    var text = match.pattern[...]
    let isWhole = text.count > 2 && text.first == "/" && text.last == "/"
    if isWhole { text = text.dropFirst().dropLast() }
    let isSigned = text.hasPrefix("^") || text.hasSuffix("$") && !text.hasSuffix("\\$")
    guard isWhole || isSigned || text.contains(".*") || text.contains(".+") else { return nil }
    let begins = text.hasPrefix("^") || !isWhole && !isSigned
    let ends = text.hasSuffix("$") || !isWhole && !isSigned
    if text.hasPrefix("^") { text = text.dropFirst() }
    if text.hasSuffix("$") { text = text.dropLast() }
    return Glob((begins ? "" : "*") + globbed(text) + (ends ? "" : "*"))
  }

  /// The diagnostic of a rule that matches some entries as a glob, and others as a regular
  /// expression.
  fileprivate func halfReading(_ meant: Glob) -> Diagnostic {
    let (pattern, glob) = (maskingKeys(match.pattern), maskingKeys(meant.pattern))
    return Diagnostic(
      origin ?? Origin(file: "config.yaml", line: 1),
      "The rule '\(pattern)' is a regular expression, but rules are globs, in which * is any "
        + "text and a full stop "
        + "is literal. Write '\(glob)'.")
  }

  fileprivate var misreadDiagnostic: Diagnostic {
    Diagnostic(
      origin ?? Origin(file: "config.yaml", line: 1),
      "The rule '\(maskingKeys(match.pattern))' matches no entry: a pattern is a glob, in which "
        + "* is any text and {a,b} "
        + "is one of two.")
  }
}

/// A regular expression as a glob, if it is a simple one.
private func globbed(_ expression: Substring) -> String {
  let signs = [
    (".*", "*"), (".+", "?*"), ("\\.", "."), ("\\d+", "[0-9]*"), ("\\d", "[0-9]"), ("\\w+", "?*"),
    ("]+", "]*"),
  ]
  let glob = signs.reduce(String(expression)) { $0.replacing($1.0, with: $1.1) }
  guard glob.contains("|") else { return glob }
  let list = glob.replacing("|", with: ",")
  return glob.contains("(")
    ? list.replacing("(", with: "{").replacing(")", with: "}") : "{\(list)}"
}
