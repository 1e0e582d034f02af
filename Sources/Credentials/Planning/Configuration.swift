package import AWSConfig
package import Accounts
import Files

/// The content of all files: AWS's two files, our settings, and the catalogue made from them.
package struct Configuration: Sendable {
  package var shared: SharedConfig
  package var settings: Settings
  package var catalogue: Catalogue
  /// The files that exist but could not be read, as diagnostics.
  package var unreadable: [Diagnostic]
  /// The paths of AWS's two files.
  package var paths: (config: String, credentials: String)
  /// The files that a variable names and that do not exist.
  package var absent: [MissingFile] = []
  /// A file in the place of a missing `config.yaml`, or beside it, that protects nothing.
  package var otherSettings: MisplacedSettings?
  /// The environment, which the AWS CLI uses to choose a profile.
  var environment: [String: String] = [:]
}

extension Configuration {
  /// Reads all files.
  ///
  /// A file that cannot be read is a diagnostic, and the others are used.
  ///
  /// With `entry`, only what that entry's chain may depend on is kept; the chain is the same.
  ///
  /// `read` gives a file's bytes, or nil if it does not exist.
  package static func read(
    environment: [String: String], settingsFile: String, ignoresSettings: Bool = false,
    only entry: String? = nil, file read: (_ path: String) throws -> [UInt8]?
  ) -> Configuration {
    var unreadable: [Diagnostic] = []
    var unread: [UnreadProtectionError] = []
    var missing: Set<String> = []
    func bytes(_ path: String) -> [UInt8] {
      do {
        if let bytes = try read(path) { return bytes }
        missing.insert(path)
        return []
      } catch {
        unreadable.append(Diagnostic(Origin(file: path, line: 1), "\(error)"))
        unread.append(
          UnreadProtectionError(
            Diagnostic(
              Origin(file: path, line: 1),
              "It cannot be read: \((error as? FileReadError)?.reason ?? "\(error)")."),
            .everyEntry,
            isInSettings: path == settingsFile))
        return []
      }
    }
    let paths = sharedFilePaths(environment: environment)
    var settings =
      ignoresSettings ? Settings() : settings(bytes(settingsFile), settingsFile)
    var shared = SharedConfig(
      config: bytes(paths.config), configPath: paths.config,
      credentials: bytes(paths.credentials), credentialsPath: paths.credentials,
      only: entry.map { settings.profiles(wantedBy: $0) })
    for role in settings.extraRoles { shared.add(role) }
    let other =
      ignoresSettings ? nil : MisplacedSettings(inPlaceOf: settingsFile, environment, read)
    settings.unreadProtections += unread + (other?.protections ?? [])
    let (entries, strays) = shared.entriesAndStrays
    let catalogue = Catalogue(
      profiles: entries, settings: settings, strays: shared.strayProtections + strays)
    let absent = [
      MissingFile(
        paths.config, namedBy: ["SWITCHBACK_CONFIG_FILE", "AWS_CONFIG_FILE"], environment),
      MissingFile(
        paths.credentials, namedBy: ["SWITCHBACK_CREDENTIALS_FILE", "AWS_SHARED_CREDENTIALS_FILE"],
        environment),
    ].compactMap(\.self).filter { missing.contains($0.path) }
    return Configuration(
      shared: shared, settings: settings, catalogue: catalogue, unreadable: unreadable,
      paths: paths, absent: absent, otherSettings: other, environment: environment)
  }

  /// The configuration with AWS's files as the AWS CLI reads them.
  package var asTheCLIReads: Configuration {
    var configuration = self
    configuration.shared = shared.withoutInclusions
    return configuration
  }

  /// The settings in a file.
  ///
  /// For an empty file, no YAML reader is started.
  private static func settings(_ bytes: [UInt8], _ file: String) -> Settings {
    bytes.isEmpty ? Settings() : Settings(bytes: bytes, file: file)
  }

  /// The entries of the profiles that the AWS CLI would get credentials from in this environment.
  var ambientEntries: [Entry] {
    let profiles = Set(
      [shared, asTheCLIReads.shared].compactMap { try? $0.ambientChain(environment: environment) }
        .flatMap { [$0.profile, $0.base.profile].compactMap(\.self) + $0.hops.map(\.profile) })
    return catalogue.entries.filter { profiles.contains($0.name) }
  }

  /// The protection settings that could not be understood, in any of the files.
  package var unreadProtections: [UnreadProtectionError] {
    settings.unreadProtections + catalogue.unreadProtections
  }

  /// The problems in all files, except those of the picker's keys.
  package var diagnostics: [Diagnostic] {
    unreadable + (otherSettings.map { [$0.diagnostic] } ?? []) + shared.diagnostics
      + settings.diagnostics + catalogue.diagnostics
  }
}

extension Settings {
  /// The profile of that name, and the source profiles of our own roles, which may be part of its
  /// chain.
  fileprivate func profiles(wantedBy entry: String) -> Set<String> {
    Set([entry] + extraRoles.compactMap(\.sourceProfile))
  }
}

extension Configuration {
  /// The only entry with this exact name, else with this exact display name.
  ///
  /// Throws a `ChainError` if a profile of that name has no credentials, else an
  /// `UnknownEntryError` that says what the files contain about the name.
  package func entry(named name: String) throws -> Entry {
    do { return try catalogue.entry(named: name) } catch { throw explained(error) }
  }

  /// The error with the reason from the files why there is no such entry.
  func explained(_ error: UnknownEntryError) -> any Error {
    guard case .unknown(let name, _) = error else { return error }
    if shared.profile(name) != nil {
      do throws(ChainError) { _ = try shared.chain(for: name, environment: [:]) } catch {
        return error
      }
    }
    return shared.whyIgnored(profile: name).map { UnknownEntryError.explained(name, why: $0) }
      ?? error
  }
}

/// A file that a variable names and that does not exist.
package struct MissingFile: Sendable {
  let variable: String
  package let path: String

  /// Nil if no variable names the file.
  init?(_ path: String, namedBy variables: [String], _ environment: [String: String]) {
    guard !path.isEmpty,
      let variable = variables.first(where: { environment[$0]?.isEmpty == false })
    else { return nil }
    (self.variable, self.path) = (variable, path)
  }

  /// False for a variable that a switchback shell has set to keep the path from outside of the
  /// shell.
  package var isNamedByUser: Bool { variable.hasPrefix("AWS_") }

  package var diagnostic: Diagnostic { Diagnostic(Origin(file: path, line: 1), sentence) }

  package var sentence: String {
    "\(variable) names \(path), which does not exist. Correct or unset it."
  }
}
