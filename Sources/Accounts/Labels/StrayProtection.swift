/// A line of AWS's config files that begins as `confirm` or `read_only` does, and that no profile has: it stands under a
/// header that is not read, belongs to the line above, or cannot be read itself.
package struct StrayProtection: Sendable, Hashable {
  package let origin: Origin
  /// What stands between the brackets of the header above; nil where there is none that is text.
  package let header: String?

  package init(origin: Origin, header: String?) {
    (self.origin, self.header) = (origin, header)
  }

  /// The entries that it was most likely to protect.
  func unread(among entries: Set<String>, _ names: NearestNames) -> [UnreadProtection] {
    let diagnostic = Diagnostic(
      origin, "This line begins with 'confirm' or 'read_only', but no profile has it.")
    return scopes(entries, names).map {
      UnreadProtection(diagnostic, $0, isInSettings: false)
    }
  }

  private func scopes(
    _ entries: Set<String>, _ names: NearestNames
  ) -> [UnreadProtection.Scope] {
    guard let header else { return [.everyEntry] }
    let signs: Set<Character> = ["[", "]", "\"", "'", " ", "\t"]
    let words = header.split { signs.contains($0) }.map(String.init)
    let whole = header.trimmed { signs.contains($0) }
    let rest = words.dropFirst().joined(separator: " ")
    let meant = Set([whole, rest] + words).intersection(entries)
    guard meant.isEmpty else { return meant.sorted().map { .entry($0) } }
    let near = [rest, whole].lazy.compactMap { text in
      names.nearest(to: text, limit: 1).first.flatMap { isMisspelt(text, $0) ? $0 : nil }
    }.first
    return near.map { [.entry($0)] } ?? []
  }
}

extension String {
  fileprivate func trimmed(_ isDropped: (Character) -> Bool) -> String {
    let text = drop(while: isDropped)
    return String(text.reversed().drop(while: isDropped).reversed())
  }
}
