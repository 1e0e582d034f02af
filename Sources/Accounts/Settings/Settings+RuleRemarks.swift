extension Settings {
  /// What is said of each rule that asks for `confirm` or `read_only` and does not give it: to no entry, since none
  /// has such a name, or not to those that an earlier rule matches, which does not say it.
  package func ruleDiagnostics(on entries: [Entry]) -> [Diagnostic] {
    let own = Dictionary(self.entries.map { ($0.name, $0) }) { _, last in last }
    let named = entries.map { NamedEntry($0, said: own[$0.name]) }
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
    let earlier = winner.flatMap { rules[$0].origin.map { " in line \($0.line)" } } ?? ""
    return
      "\(rule.words) does not give `\(key.name)` to \((names + more).joined(separator: ", ")): the rule"
      + "\(earlier) matches first, and only the first counts. Say `\(key.name)` there too, or change the order."
  }
}

/// A key of a rule that protects.
private struct ProtectiveKey {
  let name: String
  let path: KeyPath<Rule, Bool?>
  let own: KeyPath<EntrySettings, Bool?>
}

/// An entry by what rules are held against, and what the settings say of it by itself.
private struct NamedEntry {
  let name: String
  let texts: [[UInt8]]
  let settings: EntrySettings?

  init(_ entry: Entry, said: EntrySettings?) {
    name = entry.name
    texts = [entry.name, entry.label.displayName].map(folded)
    self.settings = said
  }

  func sets(_ key: ProtectiveKey) -> Bool { settings?[keyPath: key.own] != nil }
}

extension Rule {
  fileprivate var words: String { "The rule '\(match.pattern)'" }

  fileprivate func matches(_ entry: NamedEntry) -> Bool {
    entry.texts.contains { match.matches(folded: $0) }
  }

  /// The keys that it asks for.
  fileprivate var protectiveKeys: [ProtectiveKey] {
    [
      ProtectiveKey(name: "confirm: true", path: \.confirm, own: \.confirm),
      ProtectiveKey(name: "read_only: true", path: \.readOnly, own: \.readOnly),
    ].filter { self[keyPath: $0.path] == true }
  }
}
