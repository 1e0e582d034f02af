import AWSConfig
import Accounts
import Credentials
import Picker
import Text

extension Configuration {
  /// Reads all files, like `read(environment:settingsFile:ignoresSettings:only:file:)`.
  static func read(in world: World, only entry: String? = nil) -> Configuration {
    read(
      environment: world.environment, settingsFile: world.directories.settingsFile,
      ignoresSettings: world.ignoresSettings, only: entry, file: world.read)
  }

  /// The problems in all files, including the picker's keys.
  var allDiagnostics: [Diagnostic] {
    diagnostics
      + (settings.keys.isEmpty ? [] : Keymap(settings.keys, vi: settings.vi).diagnostics)
  }

  /// All diagnostics that `config` lists: problems in the files, problems of entries, and remarks.
  func diagnosticsOfAll(_ world: World) -> [Diagnostic] {
    allDiagnostics + problems(world).diagnostics + absentFiles + unknownTheme(world)
      + remarks
  }

  /// The themes that the settings name and that cannot be used.
  private func unknownTheme(_ world: World) -> [Diagnostic] {
    guard let origin = settings.themeOrigin else { return [] }
    let names = Set([settings.theme.dark, settings.theme.light].compactMap(\.self)).sorted()
    return names.compactMap { name in
      do throws(SchemeError) { _ = try world.schemes.scheme(named: name) } catch {
        return Diagnostic(origin, "\(error)")
      }
      return nil
    }
  }

  /// The problems that make entries unusable, and values that are not used as written.
  func problems(_ world: World) -> ConfigProblems {
    shared.problems(environment: world.environment, limits: stsLimitErrors)
  }

  /// Warns of a file in the place of `config.yaml` that is not read, and of missing files that a
  /// variable names.
  ///
  /// Their protection of entries is not known.
  func warnOfMissingFiles(_ world: World) {
    if let otherSettings { world.say(otherSettings.sentence) }
    for file in absent where file.isNamedByUser { world.say(file.sentence.cleaned) }
  }
}

extension Configuration {
  /// The error with each missing or unreadable file, which may contain the missing entry or
  /// profile.
  func commandError(_ error: any Error, entry: String? = nil) -> CommandError {
    var commandError = CommandError(error, entry: entry)
    let failed = unreadable.map { ($0.origin.file, $0.message) }
    let missing = meansMissing(error) ? absent.map { ($0.path, $0.sentence) } : []
    for (file, sentence) in failed + missing where !commandError.description.contains(file) {
      commandError.description += " " + sentence
    }
    return commandError
  }

  private func meansMissing(_ error: any Error) -> Bool {
    switch error {
    case UnknownEntryError.unknown: true
    case let error as ChainError: error.meansMissing
    default: false
    }
  }

  /// The message that there are no entries, with the files that were read.
  var noEntries: String {
    let ignored = shared.ignored.prefix(3).map(\.sentence)
    return
      "No entries yet: \(paths.config) and \(paths.credentials) have no profile with credentials. "
      + (absent.map(\.sentence) + ignored).map { $0 + " " }.joined()
      + "Create one with `aws configure`, or try `switchback demo`."
  }
}
