package import Accounts

/// AWS's two shared files, read without loss: profiles, sso-sessions and services, and what was odd in them.
package struct SharedConfig: Sendable {
  package private(set) var profiles: [Profile]
  /// The `[sso-session NAME]` sections of the config file.
  package private(set) var ssoSessions: [Section]
  /// The `[services NAME]` sections of the config file.
  package private(set) var services: [Section]
  /// Sections that are not read, since their headers are not as they must be.
  package private(set) var ignored: [IgnoredSection]
  package private(set) var diagnostics: [Diagnostic]
  /// What was most likely meant to protect a profile's entry, and is not read.
  package private(set) var strayProtections: [StrayProtection] = []
  /// Whether a line of either file may be one of those.
  private var mayHoldStrays: (config: Bool, credentials: Bool)
  private var places: [String: Int]
  /// Whether what is not found is looked for among names that are like it, which takes its time.
  var looksForNearNames = true

  /// How often the files are gone through for one more step of a chain, before all that is in them is kept.
  private static let shortReadings = 8

  /// Reads the text of both files; a missing file is an empty one, and the paths are only named in messages.
  ///
  /// With `profiles` only these are kept, and those that they take credentials from, each as the whole files have it:
  /// of a hundred thousand that is a thousandth of the memory.
  package init(
    config: [UInt8], configPath: String, credentials: [UInt8], credentialsPath: String,
    only profiles: Set<String>? = nil
  ) {
    func read(only wanted: Set<String>?) -> SharedConfig {
      SharedConfig(
        FileReader.read(config, .config, path: configPath, only: wanted),
        FileReader.read(credentials, .credentials, path: credentialsPath, only: wanted))
    }
    self = read(only: profiles)
    defer { strayProtections = strays(config, configPath, credentials, credentialsPath) }
    guard var wanted = profiles else { return }
    for _ in 0..<Self.shortReadings {
      let sources = sourceProfiles
      guard !sources.isSubset(of: wanted) else { return }
      wanted.formUnion(sources)
      self = read(only: wanted)
    }
    if !sourceProfiles.isSubset(of: wanted) { self = read(only: nil) }
  }

  /// The names of those that some profile takes its credentials from.
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

  /// The names of all profiles: the config file's in its order, then those only the credentials file has.
  package var profileNames: [String] {
    profiles.map(\.name)
  }

  /// The profile of that name; names are case-sensitive.
  package func profile(_ name: String) -> Profile? {
    places[name].map { profiles[$0] }
  }

  /// Has profiles take what they include from others.
  private mutating func include() {
    for place in profiles.indices where profiles[place].config.has(.includeProfile) {
      let inclusion = Inclusion(of: profiles[place]) { profile($0) }
      profiles[place].inclusion = [inclusion].compactMap(\.self)
    }
  }

  /// The files as the AWS CLI reads them, which knows no `include_profile`.
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
  /// Makes a role of `config.yaml` a profile of its own; a profile that has the name already wins.
  package mutating func add(_ role: ExtraRole) {
    if let profile = profile(role.name) {
      let origin = profile.origin
      let message =
        "The entry \(role.name) has a role_arn of its own, but AWS's files have a profile of that name "
        + "(\(origin.file):\(origin.line)), which is used instead. Rename one, or leave out the role_arn."
      return diagnostics.append(Diagnostic(role.origin, message))
    }
    append(Profile(role))
  }
}

extension Profile {
  /// A profile that says what the entry of `config.yaml` says.
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
  /// The profile that the environment chooses where no profile is named: `AWS_PROFILE`, else
  /// `AWS_DEFAULT_PROFILE`, else `default` where there is one.
  ///
  /// Throws `ChainError` where a variable names a profile that does not exist; an empty one does, too.
  package func chosenProfile(environment: [String: String]) throws(ChainError) -> Profile? {
    for variable in ["AWS_PROFILE", "AWS_DEFAULT_PROFILE"] {
      if let name = environment[variable] { return try existingProfile(name, chosenBy: variable) }
    }
    return profile("default")
  }

  /// The profile of that name; throws `ChainError` with the nearest names where there is none.
  func existingProfile(_ name: String, chosenBy variable: String? = nil) throws(ChainError)
    -> Profile
  {
    if let profile = profile(name) { return profile }
    throw .noSuchProfile(name, chosenBy: variable, hint(for: name, .profile))
  }
}
