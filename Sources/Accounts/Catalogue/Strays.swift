/// The entries of `config.yaml` that belong to nothing, and what they were to protect where that can be told.
struct Strays {
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var misnamedProtections: [UnreadProtection] = []

  /// How many names are held against each other, at most: that takes about half a second.
  private static let mostPairs = 4_000_000

  init(_ strays: [EntrySettings], among entries: [Entry], _ settings: Settings) {
    guard !strays.isEmpty else { return }
    let known = Known(entries, settings)
    let areFew = strays.count <= Self.mostPairs / max(1, entries.count)
    for said in strays {
      let meant = areFew ? known.names.nearest(to: said.name, limit: 1).first : nil
      let diagnostic = Diagnostic(said.origin, strayEntry(said.name, meant: meant))
      diagnostics.append(diagnostic)
      guard said.protects else { continue }
      for scope in known.scopes(said.name, meant) {
        misnamedProtections.append(UnreadProtection(diagnostic, scope))
      }
    }
    if !areFew { refuseAll(strays) }
  }

  /// Which of so many names are misspelt ones is not looked for, so that what they protect is not known.
  private mutating func refuseAll(_ strays: [EntrySettings]) {
    guard let first = strays.first(where: \.protects) else { return }
    let diagnostic = Diagnostic(
      first.origin,
      "\(strays.count) entries, from this one on, have names that no profile has: too many to tell which are "
        + "misspelt. Take out those that are not needed.")
    diagnostics.append(diagnostic)
    misnamedProtections.append(UnreadProtection(diagnostic, .everyEntry))
  }
}

/// What the names of strays are held against.
private struct Known {
  let names: NearestNames
  private let all: Set<String>
  private let said: Set<String>
  private let byRole: [String: [String]]

  init(_ entries: [Entry], _ settings: Settings) {
    names = NearestNames(entries.map(\.name))
    all = Set(entries.map(\.name))
    said = Set(settings.entries.map(\.name))
    byRole = Dictionary(
      entries.compactMap { entry in entry.roleARN.map { ($0, [entry.name]) } }, uniquingKeysWith: +)
  }

  /// What a stray of a name was most likely to protect.
  func scopes(_ name: String, _ meant: String?) -> [UnreadProtection.Scope] {
    var scopes: [UnreadProtection.Scope] = []
    if name.contains("*") || name.contains("?") { scopes.append(.matching(Glob(name))) }
    scopes += (byRole[name] ?? []).map { .entry($0) }
    let prefix = "profile "
    if name.hasPrefix(prefix), all.contains(String(name.dropFirst(prefix.count))) {
      scopes.append(.entry(String(name.dropFirst(prefix.count))))
    }
    if let meant, isMisspelt(name, meant), !said.contains(meant) { scopes.append(.entry(meant)) }
    return scopes
  }
}

extension EntrySettings {
  fileprivate var protects: Bool { confirm == true || readOnly == true }
}

/// True for names that differ by little more than a letter; numbers tell entries apart.
private func isMisspelt(_ name: String, _ meant: String) -> Bool {
  abs(name.count - meant.count) <= 1
    && name.filter { !$0.isNumber } != meant.filter { !$0.isNumber }
}

private func strayEntry(_ name: String, meant: String?) -> String {
  "The entry '\(maskingKeys(name))' is not shown: no profile of that name can yield credentials, and it has no "
    + "usable 'role_arn' of its own." + (meant.map { " Did you mean '\($0)'?" } ?? "")
}
