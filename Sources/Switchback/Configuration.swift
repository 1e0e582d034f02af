import AWSConfig
import Accounts
import Credentials
import Picker

/// All that was read: AWS's two files, our settings, and the catalogue made of them.
struct Configuration: Sendable {
  var shared: SharedConfig
  var settings: Settings
  var catalogue: Catalogue
  /// Files that are there and could not be read, as sentences.
  var unreadable: [Diagnostic]
  /// Of AWS's two files.
  var paths: (config: String, credentials: String)
  /// The files that a variable names and that are not there.
  var absent: [MissingFile] = []
  /// What is in the place of a `config.yaml` that is not there.
  var otherSettings: MisplacedSettings?
  /// The variables by which the AWS CLI would choose a profile.
  var environment: [String: String] = [:]
}

extension Configuration {
  /// Reads everything; a file that cannot be read is a diagnostic, and the others are used.
  ///
  /// With `entry` no more is kept than what that entry's chain may depend on, which is as it is in the whole.
  static func read(in world: World, only entry: String? = nil) -> Configuration {
    var unreadable: [Diagnostic] = []
    var unread: [UnreadProtectionError] = []
    var other: MisplacedSettings?
    var missing: Set<String> = []
    func bytes(_ path: String) -> [UInt8] {
      do {
        if let bytes = try world.read(path) { return bytes }
        missing.insert(path)
        if path == world.directories.settingsFile {
          other = MisplacedSettings(inPlaceOf: path, world.environment)
        }
        return []
      } catch {
        unreadable.append(Diagnostic(Origin(file: path, line: 1), "\(error)"))
        unread.append(
          UnreadProtectionError(
            Diagnostic(
              Origin(file: path, line: 1),
              "It cannot be read: \((error as? FileReadError)?.reason ?? "\(error)")."),
            .everyEntry,
            isInSettings: path == world.directories.settingsFile))
        return []
      }
    }
    let paths = sharedFilePaths(environment: world.environment)
    let settingsFile = world.directories.settingsFile
    var settings =
      world.ignoresSettings ? Settings() : settings(bytes(settingsFile), settingsFile)
    var shared = SharedConfig(
      config: bytes(paths.config), configPath: paths.config,
      credentials: bytes(paths.credentials), credentialsPath: paths.credentials,
      only: entry.map { settings.profiles(wantedBy: $0) })
    for role in settings.extraRoles { shared.add(role) }
    settings.unreadProtections += unread
    let (entries, strays) = shared.entriesAndStrays
    let catalogue = Catalogue(
      profiles: entries, settings: settings, strays: shared.strayProtections + strays)
    let absent = [
      MissingFile(
        paths.config, namedBy: ["SWITCHBACK_CONFIG_FILE", "AWS_CONFIG_FILE"], world.environment),
      MissingFile(
        paths.credentials, namedBy: ["SWITCHBACK_CREDENTIALS_FILE", "AWS_SHARED_CREDENTIALS_FILE"],
        world.environment),
    ].compactMap(\.self).filter { missing.contains($0.path) }
    return Configuration(
      shared: shared, settings: settings, catalogue: catalogue, unreadable: unreadable,
      paths: paths, absent: absent, otherSettings: other, environment: world.environment)
  }

  /// With AWS's files as the AWS CLI reads them.
  var asTheCLIReads: Configuration {
    var configuration = self
    configuration.shared = shared.withoutInclusions
    return configuration
  }

  /// Without settings no YAML reader is started.
  private static func settings(_ bytes: [UInt8], _ file: String) -> Settings {
    bytes.isEmpty ? Settings() : Settings(bytes: bytes, file: file)
  }

  /// The entries of the profiles that the AWS CLI would take credentials from here, one after the other.
  var ambientEntries: [Entry] {
    let profiles = Set(
      [shared, asTheCLIReads.shared].compactMap { try? $0.ambientChain(environment: environment) }
        .flatMap { [$0.profile, $0.base.profile].compactMap(\.self) + $0.hops.map(\.profile) })
    return catalogue.entries.filter { profiles.contains($0.name) }
  }

  /// What may protect entries and could not be understood, in any of the files.
  var unreadProtections: [UnreadProtectionError] {
    settings.unreadProtections + catalogue.unreadProtections
  }

  /// Everything that was not as it should be, in any of the files.
  var diagnostics: [Diagnostic] {
    unreadable + (otherSettings.map { [$0.diagnostic] } ?? []) + shared.diagnostics
      + settings.diagnostics + catalogue.diagnostics
      + (settings.keys.isEmpty ? [] : Keymap(settings.keys, vi: settings.vi).diagnostics)
  }
}

extension Settings {
  /// The profile of that name, and those that roles of our own are assumed from: one of them may be on its way.
  fileprivate func profiles(wantedBy entry: String) -> Set<String> {
    Set([entry] + extraRoles.compactMap(\.sourceProfile))
  }
}
