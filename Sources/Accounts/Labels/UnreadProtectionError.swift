import Text

/// A part of `config.yaml`, or a line of a profile, that could not be read, and that may have said `confirm` or
/// `read_only`.
///
/// What protects must not be lost by a typing error: the entries that it may concern are not switched to.
package struct UnreadProtectionError: Error, Sendable, Hashable {
  /// The entries that the part may concern.
  package enum Scope: Sendable, Hashable {
    case everyEntry
    case entry(String)
    case entries(Set<String>)
    case matching(Glob)
  }

  package let diagnostic: Diagnostic
  package let scope: Scope
  /// It stands in `config.yaml`, which can be left out.
  package let isInSettings: Bool

  package init(_ diagnostic: Diagnostic, _ scope: Scope, isInSettings: Bool = true) {
    self.diagnostic = diagnostic
    self.scope = scope
    self.isInSettings = isInSettings
  }

  /// True if the part may concern the entry of these names.
  package func concerns(_ name: String, _ displayName: String) -> Bool {
    switch scope {
    case .everyEntry: true
    case .entry(let entry): entry == name
    case .entries(let entries): entries.contains(name)
    case .matching(let glob): glob.matches(name) || glob.matches(displayName)
    }
  }
}

extension UnreadProtectionError: CustomStringConvertible {
  /// What is wrong, in which line, and how to go on.
  package var description: String {
    let (origin, message) = (diagnostic.origin, diagnostic.message)
    return
      "\(origin.file):\(origin.line): \(message) It may set `confirm` or `read_only` for \(subject), "
      + "so nothing was done. Correct the file (`switchback config` lists every error)"
      + (isInSettings
        ? ", or add --without-settings to go on without its labels, `confirm` and `read_only`."
        : ".")
  }

  private var subject: String {
    switch scope {
    case .everyEntry: "any entry"
    case .entry, .entries, .matching: "this entry"
    }
  }
}

extension Settings {
  /// The first part that could not be read and may protect the entry; nil if all that may was read.
  package func unreadProtection(of entry: Entry) -> UnreadProtectionError? {
    unreadProtections.first { $0.concerns(entry.name, entry.label.displayName) }
  }

  /// The first part that could not be read and may protect any entry there is.
  package var unreadProtectionOfAll: UnreadProtectionError? {
    unreadProtections.first { $0.scope == .everyEntry }
  }
}

/// A line of AWS's config files that was most likely meant for `confirm` or `read_only`, and that no profile goes by.
package struct StrayProtection: Sendable, Hashable {
  package enum Reason: Sendable, Hashable {
    /// It is indented, so that it belongs to the key above it.
    case inBlock(of: String, ProtectionSetting.Key)
    /// It and the next line are one key that is broken in two.
    case broken(ProtectionSetting.Key)
    /// It stands under a header that is not read, belongs to the line above, or cannot be read itself.
    case unread
    /// A later line of the profile, or another section of its name, counts.
    case overruled
    /// The profile yields no credentials, so that there is no entry to be protected.
    case noEntry
    /// The file holds zero bytes, as after a power failure: what it said is not known.
    case zeroBytes
  }

  package let origin: Origin
  package let reason: Reason
  /// What stands between the brackets of the header above; nil if there is none that is text.
  package let header: String?

  package init(origin: Origin, header: String?, _ reason: Reason) {
    (self.origin, self.header, self.reason) = (origin, header, reason)
  }

  /// The entries that it was most likely to protect.
  func unread(among entries: Set<String>, _ names: NearestNames) -> [UnreadProtectionError] {
    let diagnostic = Diagnostic(origin, complaint)
    return scopes(entries, names).map {
      UnreadProtectionError(diagnostic, $0, isInSettings: false)
    }
  }

  private var complaint: String {
    switch reason {
    case .inBlock(let key, let meant):
      "'\(meant.rawValue)' stands in the block of '\(maskingKeyName(key))'; move it to the profile, without white space "
        + "before it."
    case .broken(let meant):
      "'\(meant.rawValue)' is broken over this line and the next. Write it in one line."
    case .unread:
      "This line was most likely meant for 'confirm' or 'read_only', but no profile has it."
    case .overruled:
      "This 'confirm' or 'read_only' does not count, since the profile says it again. Keep one of the two."
    case .noEntry:
      "The profile '\(header.map(maskingKeys) ?? "")' holds no credentials, so this protects nothing."
    case .zeroBytes: "The file holds zero bytes, so that it is not known what it said."
    }
  }

  private func scopes(
    _ entries: Set<String>, _ names: NearestNames
  ) -> [UnreadProtectionError.Scope] {
    guard let header else { return [.everyEntry] }
    let signs = Set("[]\"' \t:;,|#")
    let words = header.split { signs.contains($0) }.map(String.init)
    let whole = header.trimmed { signs.contains($0) }
    let rest = words.dropFirst().joined(separator: " ")
    let meant = Set([whole, rest] + words).intersection(entries)
    guard meant.isEmpty else { return meant.sorted().map { .entry($0) } }
    let near = [rest, whole].lazy.compactMap { names.misspelt(as: $0).first }.first
    if let near { return [.entry(near)] }
    if whole.contains(where: { "*?{".contains($0) }) {
      return [.matching(Glob(rest.isEmpty ? whole : rest))]
    }
    return isOfManyProfiles(header.lowercased(), entries)
  }

  /// What a header that names no profile was most likely to protect: that of a profile without its blank, or of what
  /// profiles share.
  private func isOfManyProfiles(
    _ header: String, _ entries: Set<String>
  ) -> [UnreadProtectionError.Scope] {
    let name = header.trimmed { "[] \t".contains($0) }
    if name.hasPrefix("profile") {
      let rest = name.dropFirst(7).drop { !$0.isLetter && !$0.isNumber }
      let meant = entries.filter { $0.lowercased() == rest }.sorted()
      return meant.isEmpty ? [.everyEntry] : meant.map { .entry($0) }
    }
    let shared = ["sso-session", "services", "default", "all", "global", "switchback"]
    return shared.contains(where: name.hasPrefix) ? [.everyEntry] : []
  }
}

extension String {
  fileprivate func trimmed(_ isDropped: (Character) -> Bool) -> String {
    let text = drop(while: isDropped)
    return String(text.reversed().drop(while: isDropped).reversed())
  }
}
