import AWSConfig
import Accounts

/// All that was read: AWS's two files, our settings, and the catalogue made of them.
struct Configuration: Sendable {
  var shared: SharedConfig
  var settings: Settings
  var catalogue: Catalogue
  /// Files that are there and could not be read, as sentences.
  var unreadable: [Diagnostic]
}

extension Configuration {
  /// Reads everything; a file that cannot be read is a diagnostic, and the others are used.
  static func read(in world: World) -> Configuration {
    var unreadable: [Diagnostic] = []
    func bytes(_ path: String) -> [UInt8] {
      do {
        return try world.read(path) ?? []
      } catch {
        unreadable.append(Diagnostic(Origin(file: path, line: 1), "\(error)"))
        return []
      }
    }
    let paths = sharedFilePaths(environment: world.environment)
    let settingsFile = world.places.settingsFile
    let yaml = bytes(settingsFile)
    // Without settings no YAML reader is started: it is half of what a quick command takes.
    let settings =
      yaml.isEmpty
      ? Settings() : Settings(yaml: String(decoding: yaml, as: UTF8.self), file: settingsFile)
    var shared = SharedConfig(
      config: bytes(paths.config), configPath: paths.config,
      credentials: bytes(paths.credentials), credentialsPath: paths.credentials)
    for role in settings.extraRoles { shared.add(role) }
    let catalogue = Catalogue(profiles: shared.profileEntries, settings: settings)
    return Configuration(
      shared: shared, settings: settings, catalogue: catalogue, unreadable: unreadable)
  }

  var diagnostics: [Diagnostic] {
    unreadable + shared.diagnostics + settings.diagnostics + catalogue.diagnostics
  }
}
