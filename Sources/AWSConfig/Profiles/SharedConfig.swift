package import Accounts

/// AWS's two shared files: their profiles, sso-sessions and services, and the problems in them.
package struct SharedConfig: Sendable {
  package private(set) var profiles: [Profile]
  /// The `[sso-session NAME]` sections of the config file.
  package private(set) var ssoSessions: [Section]
  /// The `[services NAME]` sections of the config file.
  package private(set) var services: [Section]
  /// Sections that are not read, because their headers are not valid.
  package private(set) var ignored: [IgnoredSection]
  package private(set) var diagnostics: [Diagnostic]
  /// Lines that are not read, but were most likely meant to protect a profile's entry.
  package private(set) var strayProtections: [StrayProtection] = []
  /// Whether each file may have such lines.
  private var mayHoldStrays: (config: Bool, credentials: Bool)
  private var places: [String: Int]
  /// Whether errors suggest similar names, which takes time.
  var looksForNearNames = true

  /// How often the files are read for one more step of a chain before everything is read.
  private static let shortReadings = 8

  /// Reads the text of both files; a missing file is empty, and the paths are only for messages.
  ///
  /// With `profiles` only these and their source profiles are kept, with the same content. With a
  /// hundred thousand profiles that takes a thousandth of the memory.
  package init(
    config: [UInt8], configPath: String, credentials: [UInt8], credentialsPath: String,
    only profiles: Set<String>? = nil
  ) {
    func read(only selected: Set<String>?) -> SharedConfig {
      SharedConfig(
        FileReader.read(config, .config, path: configPath, only: selected),
        FileReader.read(credentials, .credentials, path: credentialsPath, only: selected))
    }
    self = read(only: profiles)
    defer { strayProtections = strays(config, configPath, credentials, credentialsPath) }
    guard var selected = profiles else { return }
    for _ in 0..<Self.shortReadings {
      let sources = sourceProfiles
      guard !sources.isSubset(of: selected) else { return }
      selected.formUnion(sources)
      self = read(only: selected)
    }
    if !sourceProfiles.isSubset(of: selected) { self = read(only: nil) }
  }

  /// The names of the profiles that others name as a source or include.
  private var sourceProfiles: Set<String> {
    Set(profiles.compactMap { $0.nonEmpty(.sourceProfile) })
      .union(profiles.compactMap { $0.config.text(.includeProfile) })
  }

  private init(_ config: SharedFile, _ credentials: SharedFile) {
    diagnostics = config.diagnostics + credentials.diagnostics
    mayHoldStrays = (config.mayHoldStrays, credentials.mayHoldStrays)
    ignored = config.ignored + credentials.ignored
    ssoSessions = config.ssoSessions
    services = config.services
    profiles = config.profiles.all.map { Profile(config: $0) }
    places = config.profiles.places
    for section in credentials.profiles.all { merge(section) }
    include()
  }

  private func strays(
    _ config: [UInt8], _ configPath: String, _ credentials: [UInt8], _ credentialsPath: String
  ) -> [StrayProtection] {
    var strays: [StrayProtection] = []
    if mayHoldStrays.config {
      strays += FileReader.strayProtections(in: config, .config, path: configPath) { name in
        profile(name).map { $0.configOrigin == nil ? [] : $0.config.lines }
      }
    }
    if mayHoldStrays.credentials {
      strays += FileReader.strayProtections(
        in: credentials, .credentials, path: credentialsPath
      ) { name in
        profile(name).map { $0.credentialsOrigin == nil ? [] : $0.credentials.lines }
      }
    }
    return strays
  }

  /// The names of all profiles: those in the config file, then those only in the credentials file.
  package var profileNames: [String] {
    profiles.map(\.name)
  }

  /// The profile with a name; names are case-sensitive.
  package func profile(_ name: String) -> Profile? {
    places[name].map { profiles[$0] }
  }

  /// Adds to profiles the properties that they include from others.
  private mutating func include() {
    for place in profiles.indices where profiles[place].config.has(.includeProfile) {
      let inclusion = Inclusion(of: profiles[place]) { profile($0) }
      profiles[place].inclusion = [inclusion].compactMap(\.self)
    }
  }

  /// The files as the AWS CLI reads them, without `include_profile`.
  package var withoutInclusions: SharedConfig {
    var plain = self
    for place in profiles.indices where !profiles[place].inclusion.isEmpty {
      plain.profiles[place].inclusion = []
    }
    return plain
  }

  private mutating func merge(_ section: Section) {
    if let place = places[section.name] {
      profiles[place].credentials = section.properties
      profiles[place].credentialsOrigin = section.origin
    } else {
      append(Profile(credentials: section))
    }
  }

  private mutating func append(_ profile: Profile) {
    places[profile.name] = profiles.count
    profiles.append(profile)
  }
}

extension SharedConfig {
  /// Adds a role of `config.yaml` as a profile; an existing profile of that name wins.
  package mutating func add(_ role: ExtraRole) {
    if let profile = profile(role.name) {
      let origin = profile.origin
      let message =
        "The entry \(role.name) has a role_arn of its own, but AWS's files have a profile of that "
        + "name (\(origin.file):\(origin.line)), which is used instead. Rename one, or leave out "
        + "the role_arn."
      return diagnostics.append(Diagnostic(role.origin, message))
    }
    append(Profile(role))
  }
}

extension Profile {
  /// A profile with the settings of an entry of `config.yaml`.
  fileprivate init(_ role: ExtraRole) {
    var section = Section(.profile, role.name, role.origin)
    let texts: [(KnownKey, String?)] = [
      (.roleARN, role.roleARN), (.sourceProfile, role.sourceProfile), (.region, role.region),
      (.externalID, role.externalID), (.mfaSerial, role.mfaSerial),
      (.durationSeconds, role.durationSeconds.map { String($0) }),
    ]
    for case (let key, let text?) in texts {
      section.properties.set(Property(.known(key), .text(text), line: role.origin.line))
    }
    self.init(config: section)
  }
}

extension SharedConfig {
  /// The profile that the environment selects: `AWS_PROFILE`, else `AWS_DEFAULT_PROFILE`, else
  /// `default` if it exists.
  ///
  /// Throws `ChainError` if a variable names a profile that does not exist, or is empty.
  package func chosenProfile(environment: [String: String]) throws(ChainError) -> Profile? {
    for variable in ["AWS_PROFILE", "AWS_DEFAULT_PROFILE"] {
      if let name = environment[variable] { return try existingProfile(name, chosenBy: variable) }
    }
    return profile("default")
  }

  /// The profile with a name; throws `ChainError` with the nearest names if there is none.
  func existingProfile(_ name: String, chosenBy variable: String? = nil) throws(ChainError)
    -> Profile
  {
    if let profile = profile(name) { return profile }
    throw .noSuchProfile(name, chosenBy: variable, hint(for: name, .profile))
  }
}
