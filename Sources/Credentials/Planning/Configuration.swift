package import AWSConfig
package import Accounts
import Files

/// All that was read: AWS's two files, our settings, and the catalogue made of them.
package struct Configuration: Sendable {
  package var shared: SharedConfig
  package var settings: Settings
  package var catalogue: Catalogue
  /// Files that are there and could not be read, as sentences.
  package var unreadable: [Diagnostic]
  /// Of AWS's two files.
  package var paths: (config: String, credentials: String)
  /// The files that a variable names and that are not there.
  package var absent: [MissingFile] = []
  /// What is in the place of a `config.yaml` that is not there, or beside one, and protects nothing.
  package var otherSettings: MisplacedSettings?
  /// The variables by which the AWS CLI would choose a profile.
  var environment: [String: String] = [:]
}

extension Configuration {
  /// Reads everything; a file that cannot be read is a diagnostic, and the others are used.
  ///
  /// With `entry` no more is kept than what that entry's chain may depend on, which is as it is in the whole.
  ///
  /// `read` gives a file's bytes, nil where there is none.
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

  /// With AWS's files as the AWS CLI reads them.
  package var asTheCLIReads: Configuration {
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
  package var unreadProtections: [UnreadProtectionError] {
    settings.unreadProtections + catalogue.unreadProtections
  }

  /// Everything that was not as it should be in any of the files, but for the picker's keys.
  package var diagnostics: [Diagnostic] {
    unreadable + (otherSettings.map { [$0.diagnostic] } ?? []) + shared.diagnostics
      + settings.diagnostics + catalogue.diagnostics
  }
}

extension Settings {
  /// The profile of that name, and those that roles of our own are assumed from: one of them may be on its way.
  fileprivate func profiles(wantedBy entry: String) -> Set<String> {
    Set([entry] + extraRoles.compactMap(\.sourceProfile))
  }
}

extension Configuration {
  /// The one entry that is called so, by its exact name, else by its exact display name.
  ///
  /// Throws a `ChainError` where a profile of that name holds no credentials, else an `UnknownEntryError`, with what the
  /// files say of the name.
  package func entry(named name: String) throws -> Entry {
    do { return try catalogue.entry(named: name) } catch { throw explained(error) }
  }

  /// Why there is no such entry, as far as the files tell.
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

/// A file that a variable names and that is not there.
package struct MissingFile: Sendable {
  let variable: String
  package let path: String

  /// Nil where no variable names the file.
  init?(_ path: String, namedBy variables: [String], _ environment: [String: String]) {
    guard !path.isEmpty,
      let variable = variables.first(where: { environment[$0]?.isEmpty == false })
    else { return nil }
    (self.variable, self.path) = (variable, path)
  }

  /// False for what a switchback shell has set, which keeps the path that held outside of it.
  package var isNamedByUser: Bool { variable.hasPrefix("AWS_") }

  package var diagnostic: Diagnostic { Diagnostic(Origin(file: path, line: 1), sentence) }

  package var sentence: String {
    "\(variable) names \(path), which does not exist. Correct or unset it."
  }
}
