import Text

/// The entries of `config.yaml` without a profile or role, and the entries that they were probably
/// meant to protect.
struct StrayEntries {
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var misnamedProtections: [UnreadProtectionError] = []

  /// The maximum number of name comparisons; this many take about half a second.
  private static let mostPairs = 4_000_000

  init(_ strays: [EntrySettings], among entries: [Entry], _ settings: Settings) {
    guard !strays.isEmpty else { return }
    let known = KnownEntries(entries, settings)
    let areFew = strays.count <= Self.mostPairs / max(1, entries.count)
    for stray in strays {
      let meant = areFew ? known.names.nearest(to: stray.name, limit: 1).first : nil
      let diagnostic = Diagnostic(stray.origin, strayEntry(stray.name, meant: meant))
      diagnostics.append(diagnostic)
      guard stray.protects else { continue }
      for scope in areFew ? known.scopes(stray) : [] {
        misnamedProtections.append(UnreadProtectionError(diagnostic, scope))
      }
    }
    if !areFew { refuseAll(strays) }
  }

  /// Reports too many strays to check for misspelt names, so that the entries they protect are not
  /// known.
  private mutating func refuseAll(_ strays: [EntrySettings]) {
    guard let first = strays.first(where: \.protects) else { return }
    let diagnostic = Diagnostic(
      first.origin,
      "\(strays.count) entries, from this one on, have names that no profile has: too many to "
        + "find the "
        + "misspelt ones. Remove those that are not needed.")
    diagnostics.append(diagnostic)
    misnamedProtections.append(UnreadProtectionError(diagnostic, .everyEntry))
  }
}

/// The names that strays are compared with.
private struct KnownEntries {
  let names: NearestNames
  private let all: Set<String>
  /// The settings of each entry.
  private let settingsByName: [String: EntrySettings]
  private let byRole: [RoleIdentity: [String]]
  private let byDisplayName: [String: [String]]

  init(_ entries: [Entry], _ settings: Settings) {
    names = NearestNames(entries.map(\.name))
    all = Set(entries.map(\.name))
    settingsByName = Dictionary(settings.entries.map { ($0.name, $0) }) { _, last in last }
    byRole = Dictionary(
      entries.compactMap { entry in RoleIdentity(entry).map { ($0, [entry.name]) } },
      uniquingKeysWith: +)
    byDisplayName = Dictionary(
      entries.filter { $0.label.displayName != $0.name }.map { ($0.label.displayName, [$0.name]) },
      uniquingKeysWith: +)
  }

  /// The entries that a stray was probably meant to protect.
  func scopes(_ stray: EntrySettings) -> [UnreadProtectionError.Scope] {
    let name = stray.name
    var scopes: [UnreadProtectionError.Scope] = []
    if name.contains(where: { "*?{".contains($0) }) { scopes.append(.matching(Glob(name))) }
    scopes += (RoleIdentity(arn: name).flatMap { byRole[$0] } ?? []).map { .entry($0) }
    scopes += (byDisplayName[name] ?? []).map { .entry($0) }
    // Such as "profile prod", or a list of names.
    let ends: Set<Character> = Set(" ,;|:[]{}<>()&+/`\"'\u{201C}\u{201D}\u{2018}\u{2019}\u{200B}")
    let words =
      name.split { ends.contains($0) }.map(String.init) + [name.filter { $0 != "\u{200B}" }]
    scopes += Set(words).intersection(all).sorted().map { .entry($0) }
    scopes += names.misspelt(as: name).filter { !isAnswered(stray, by: $0) }.map { .entry($0) }
    return scopes
  }

  /// True if another entry's own settings set everything that the stray sets.
  private func isAnswered(_ stray: EntrySettings, by name: String) -> Bool {
    guard let other = settingsByName[name] else { return false }
    return (stray.confirm != true || other.confirm != nil)
      && (stray.readOnly != true || other.readOnly != nil)
  }
}

extension EntrySettings {
  fileprivate var protects: Bool { confirm == true || readOnly == true }
}

private func strayEntry(_ name: String, meant: String?) -> String {
  "The entry '\(maskingKeys(name))' is not shown: no profile of that name can provide "
    + "credentials, and it has no "
    + "valid 'role_arn' of its own." + (meant.map { " Did you mean '\($0)'?" } ?? "")
}
