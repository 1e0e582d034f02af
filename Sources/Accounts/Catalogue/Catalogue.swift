import Text

/// All entries, merged from the profiles and the settings, each with its label.
package struct Catalogue: Sendable, Hashable {
  /// The profiles in the order of their files, then the roles that are only in `config.yaml`.
  package private(set) var entries: [Entry] = []
  package private(set) var diagnostics: [Diagnostic] = []
  /// Protection that could not be understood, or is set for a name that is probably misspelt.
  package private(set) var unreadProtections: [UnreadProtectionError] = []

  /// The entries of profiles, labelled according to the settings.
  ///
  /// A role of `config.yaml` may already be among the profiles, since AWSConfig adds it there; a
  /// profile of the config files with the same name has priority.
  ///
  /// `strays` are lines of the config files that were meant to protect something, but are not read.
  package init(
    profiles: [ProfileEntry], settings: Settings, strays lines: [StrayProtection] = []
  ) {
    var resolver = LabelResolver(settings)
    let extras = extraRoles(in: settings)
    var names: Set<String> = []
    entries.reserveCapacity(profiles.count + extras.count)
    for profile in profiles {
      let isExtra = !extras.isEmpty && extras[profile.name]?.origin == profile.origin
      entries.append(resolver.entry(profile, isProfile: !isExtra))
      if !settings.entries.isEmpty { names.insert(profile.name) }
    }
    var strays: [EntrySettings] = []
    for entry in settings.entries where !names.contains(entry.name) {
      guard let role = entry.extraRole else {
        strays.append(entry)
        continue
      }
      entries.append(resolver.entry(ProfileEntry(role), isProfile: false))
    }
    unreadProtections = resolver.unreadProtections
    if !lines.isEmpty { add(lines) }
    if !unreadProtections.isEmpty { addIncluding(profiles) }
    unreadProtections += settings.misreadRules(among: entries)
    add(StrayEntries(strays, among: entries, settings))
    diagnostics = (diagnostics + resolver.diagnostics).sorted {
      ($0.origin.file, $0.origin.line) < ($1.origin.file, $1.origin.line)
    }
  }
}

extension Catalogue {
  private mutating func add(_ lines: [StrayProtection]) {
    let names = entries.map(\.name)
    let (set, nearest) = (Set(names), NearestNames(names))
    for unread in lines.lazy.flatMap({ $0.unread(among: set, nearest) }) {
      unreadProtections.append(unread)
      if diagnostics.last != unread.diagnostic { diagnostics.append(unread.diagnostic) }
    }
  }

  /// Extends the problems of an entry to the entries whose profiles include its profile.
  private mutating func addIncluding(_ profiles: [ProfileEntry]) {
    for profile in profiles where !profile.includes.isEmpty {
      unreadProtections += unreadProtections.filter { unread in
        profile.includes.contains { unread.scope == .entry($0) }
      }.map {
        UnreadProtectionError($0.diagnostic, .entry(profile.name), isInSettings: $0.isInSettings)
      }
    }
  }

  private mutating func add(_ strays: StrayEntries) {
    diagnostics += strays.diagnostics
    unreadProtections += strays.misnamedProtections
  }
}

private func extraRoles(in settings: Settings) -> [String: ExtraRole] {
  Dictionary(settings.extraRoles.map { ($0.name, $0) }) { _, last in last }
}

extension ProfileEntry {
  fileprivate init(_ role: ExtraRole) {
    self.init(
      name: role.name, origin: role.origin, kind: .assumeRole, roleARN: role.roleARN,
      region: role.region)
  }
}

extension Catalogue {
  /// The entry of that exact name, otherwise the only one of that exact display name; nil if there
  /// is none.
  package func entry(exactly name: String) -> Entry? {
    let called = entries(called: name)
    return called.count == 1 ? called[0] : nil
  }

  /// The entry with that exact name, otherwise the only one with that exact display name.
  package func entry(named name: String) throws(UnknownEntryError) -> Entry {
    let called = entries(called: name)
    switch called.count {
    case 1: return called[0]
    case 0: throw .unknown(name, nearest: nearest(to: name, among: callableNames))
    default: throw .ambiguous(displayName: name, names: called.map(\.name))
    }
  }

  /// The entry with that exact name, otherwise all with that exact display name.
  private func entries(called name: String) -> [Entry] {
    if let entry = entries.first(where: { $0.name == name }) { return [entry] }
    return entries.filter { $0.label.displayName == name }
  }

  /// All names and display names, each once.
  private var callableNames: [String] {
    var seen: Set<String> = []
    return (entries.map(\.name) + entries.map(\.label.displayName)).filter {
      seen.insert($0).inserted
    }
  }
}

/// Why a typed name does not identify exactly one entry.
package enum UnknownEntryError: Error, Sendable, Hashable {
  /// With the likely intended names, the likeliest first; may be empty.
  case unknown(String, nearest: [String])
  /// With sentences that explain why there is none.
  case explained(String, why: String)
  case ambiguous(displayName: String, names: [String])
}

extension UnknownEntryError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unknown(let name, []):
      "No entry '\(name)'. See `switchback list`."
    case .unknown(let name, let nearest):
      "No entry '\(name)'. Did you mean \(listed(nearest, or: "or"))?"
    case .explained(let name, let why):
      "No entry '\(name)'. \(why)"
    case .ambiguous(let displayName, let names):
      "More than one entry has the display name '\(displayName)': \(listed(names, or: "and")). "
        + "Use the name of one."
    }
  }

  private func listed(_ names: [String], or conjunction: String) -> String {
    let quoted = names.prefix(8).map { "'\($0)'" }
    let more = names.count > quoted.count ? ["\(names.count - quoted.count) more"] : []
    let all = quoted + more
    guard let last = all.last, all.count > 1 else { return all.joined() }
    return all.dropLast().joined(separator: ", ") + " \(conjunction) \(last)"
  }
}
