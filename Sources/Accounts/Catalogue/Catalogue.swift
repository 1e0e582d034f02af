/// Every entry there is, merged from the profiles and the settings, each with its label.
package struct Catalogue: Sendable, Hashable {
  /// The profiles in the order of their files, then the roles that only `config.yaml` has.
  package private(set) var entries: [Entry] = []
  package private(set) var diagnostics: [Diagnostic] = []
  /// What protects an entry whose name is most likely a misspelt one.
  package private(set) var misnamedProtections: [UnreadProtection] = []

  /// The entries of these profiles, labelled as the settings say.
  ///
  /// A role of `config.yaml` may be among the profiles already, as AWSConfig's room makes it one; where a
  /// profile of the config files has its name, that profile wins.
  package init(profiles: [ProfileEntry], settings: Settings) {
    var labelling = Labelling(settings)
    let extras = extraRoles(in: settings)
    var names: Set<String> = []
    entries.reserveCapacity(profiles.count + extras.count)
    for profile in profiles {
      let isExtra = !extras.isEmpty && extras[profile.name]?.origin == profile.origin
      entries.append(labelling.entry(profile, isProfile: !isExtra))
      if !settings.entries.isEmpty { names.insert(profile.name) }
    }
    for said in settings.entries where !names.contains(said.name) {
      guard let role = said.extraRole else {
        addStray(said, settings)
        continue
      }
      entries.append(labelling.entry(ProfileEntry(role), isProfile: false))
    }
    diagnostics = (diagnostics + labelling.diagnostics).sorted {
      ($0.origin.file, $0.origin.line) < ($1.origin.file, $1.origin.line)
    }
  }
}

extension Catalogue {
  /// Reports an entry of `config.yaml` that belongs to nothing, and what it was to protect where that can be told.
  private mutating func addStray(_ said: EntrySettings, _ settings: Settings) {
    let meant = nearest(to: said.name, among: entries.map(\.name), limit: 1).first
    let advice = meant.map { " Did you mean '\($0)'?" } ?? ""
    let diagnostic = Diagnostic(said.origin, strayEntry(said.name) + advice)
    diagnostics.append(diagnostic)
    let protects = said.confirm == true || said.readOnly == true
    guard protects else { return }
    if said.name.contains("*") || said.name.contains("?") {
      misnamedProtections.append(UnreadProtection(diagnostic, .matching(Glob(said.name))))
    }
    for entry in entries
    where said.name == entry.roleARN || said.name == "profile " + entry.name {
      misnamedProtections.append(UnreadProtection(diagnostic, .entry(entry.name)))
    }
    guard let meant, isMisspelt(said.name, meant),
      !settings.entries.contains(where: { $0.name == meant })
    else { return }
    misnamedProtections.append(UnreadProtection(diagnostic, .entry(meant)))
  }
}

/// True for names that differ by little more than a letter; numbers tell entries apart.
private func isMisspelt(_ name: String, _ meant: String) -> Bool {
  abs(name.count - meant.count) <= 1
    && name.filter { !$0.isNumber } != meant.filter { !$0.isNumber }
}

private func extraRoles(in settings: Settings) -> [String: ExtraRole] {
  Dictionary(settings.extraRoles.map { ($0.name, $0) }) { _, last in last }
}

private func strayEntry(_ name: String) -> String {
  "The entry '\(name)' is not shown: no profile of that name can yield credentials, and it has no "
    + "usable 'role_arn' of its own."
}

extension ProfileEntry {
  fileprivate init(_ role: ExtraRole) {
    self.init(
      name: role.name, origin: role.origin, kind: .assumeRole, roleARN: role.roleARN,
      region: role.region)
  }
}
