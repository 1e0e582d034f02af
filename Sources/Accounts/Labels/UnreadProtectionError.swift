import Text

/// A part of `config.yaml`, or a line of a profile, that could not be read and may have set
/// `confirm` or `read_only`.
///
/// A typing error must not remove protection: Switchback refuses to switch to the entries that it
/// may concern.
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
  /// True if it is in `config.yaml`, which can be ignored.
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
  /// The problem, its place, and how to continue.
  package var description: String {
    let (origin, message) = (diagnostic.origin, diagnostic.message)
    return
      "\(origin.file):\(origin.line): \(message) It may set `confirm` or `read_only` for "
      + "\(subject), "
      + "so nothing was changed. Correct the file (`switchback config` lists every error)"
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
  /// The first unread part that may protect the entry; nil if there is none.
  package func unreadProtection(of entry: Entry) -> UnreadProtectionError? {
    unreadProtections.first { $0.concerns(entry.name, entry.label.displayName) }
  }

  /// The entries that the settings would protect, or may, with their lines; `message` explains why
  /// they do not.
  package func protections(ignoredBecause message: String) -> [UnreadProtectionError] {
    func unread(_ origin: Origin, _ scope: UnreadProtectionError.Scope) -> UnreadProtectionError {
      UnreadProtectionError(Diagnostic(origin, message), scope)
    }
    let ofEntries = entries.filter { $0.confirm == true || $0.readOnly == true }
      .map { unread($0.origin, .entry($0.name)) }
    let ofRules = rules.filter { $0.confirm == true || $0.readOnly == true }.compactMap { rule in
      rule.origin.map { unread($0, .matching(rule.match)) }
    }
    return ofEntries + ofRules + unreadProtections.map { unread($0.diagnostic.origin, $0.scope) }
  }

  /// The first unread part that may protect any entry.
  package var unreadProtectionOfAll: UnreadProtectionError? {
    unreadProtections.first { $0.scope == .everyEntry }
  }
}

/// A line of AWS's config files that was probably meant as `confirm` or `read_only`, but belongs to
/// no profile.
package struct StrayProtection: Sendable, Hashable {
  package enum Reason: Sendable, Hashable {
    /// It is indented, so that it belongs to the key above it.
    case inBlock(of: String, ProtectionSetting.Key)
    /// It and the next line are one key, broken in two.
    case broken(ProtectionSetting.Key)
    /// It is under a header that is not read, belongs to the line above, or cannot be read itself.
    case unread
    /// A later line of the profile, or another section of its name, overrides it.
    case overruled
    /// The profile provides no credentials, so there is no entry to protect.
    case noEntry
    /// The file contains zero bytes, as after a power failure: its original text is unknown.
    case zeroBytes
  }

  package let origin: Origin
  package let reason: Reason
  /// The text between the brackets of the header above; nil if there is none, or if it is not text.
  package let header: String?

  package init(origin: Origin, header: String?, _ reason: Reason) {
    (self.origin, self.header, self.reason) = (origin, header, reason)
  }

  /// The entries that it was probably meant to protect.
  func unread(among entries: Set<String>, _ names: NearestNames) -> [UnreadProtectionError] {
    let diagnostic = Diagnostic(origin, problem)
    return scopes(entries, names).map {
      UnreadProtectionError(diagnostic, $0, isInSettings: false)
    }
  }

  private var problem: String {
    switch reason {
    case .inBlock(let key, let meant):
      "'\(meant.rawValue)' is in the block of '\(maskingKeyName(key))'. Move it to the profile, "
        + "without white space "
        + "before it."
    case .broken(let meant):
      "'\(meant.rawValue)' is split over this line and the next. Write it on one line."
    case .unread:
      "This line was probably meant as 'confirm' or 'read_only', but it belongs to no profile."
    case .overruled:
      "This 'confirm' or 'read_only' is ignored because the profile sets it again. Keep one of "
        + "the two."
    case .noEntry:
      "The profile '\(header.map(maskingKeys) ?? "")' provides no credentials, so this protects "
        + "nothing."
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
    return scopesOfSharedHeader(header.lowercased(), entries)
  }

  /// The scopes of a header that names no profile: that of a profile without the space in its
  /// header, or all entries for shared sections.
  private func scopesOfSharedHeader(
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
