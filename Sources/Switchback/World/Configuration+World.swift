import AWSConfig
import Accounts
import Credentials
import Picker
import Text

extension Configuration {
  /// Reads everything, as `read(environment:settingsFile:ignoresSettings:only:file:)` does.
  static func read(in world: World, only entry: String? = nil) -> Configuration {
    read(
      environment: world.environment, settingsFile: world.directories.settingsFile,
      ignoresSettings: world.ignoresSettings, only: entry, file: world.read)
  }

  /// Everything that was not as it should be in the files, the picker's keys included.
  var allDiagnostics: [Diagnostic] {
    diagnostics
      + (settings.keys.isEmpty ? [] : Keymap(settings.keys, vi: settings.vi).diagnostics)
  }

  /// All that `config` lists: what was not read as it should be, what makes entries unusable, and remarks.
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

  /// What makes entries unusable, or is not used as it is written.
  func problems(_ world: World) -> ConfigProblems {
    shared.problems(environment: world.environment, limits: stsLimitErrors)
  }

  /// Says, once, what is in the place of `config.yaml` and is not read, and which of the files that a variable names are
  /// not there: what they would protect is not known.
  func warnOfMissingFiles(_ world: World) {
    if let otherSettings { world.say(otherSettings.sentence) }
    for file in absent where file.isNamedByUser { world.say(file.sentence.cleaned) }
  }
}

extension Configuration {
  /// The failure that an error is, and each file that is not there or could not be read: what is missing may stand
  /// there.
  func failure(_ error: any Error, entry: String? = nil) -> CommandError {
    var failure = CommandError(error, entry: entry)
    let faults = unreadable.map { ($0.origin.file, $0.message) }
    let lost = looksForSomething(error) ? absent.map { ($0.path, $0.sentence) } : []
    for (file, sentence) in faults + lost where !failure.description.contains(file) {
      failure.description += " " + sentence
    }
    return failure
  }

  private func looksForSomething(_ error: any Error) -> Bool {
    switch error {
    case UnknownEntryError.unknown: true
    case let problem as ChainError: problem.meansMissing
    default: false
    }
  }

  /// That there are no entries, and where they were looked for.
  var noEntries: String {
    let ignored = shared.ignored.prefix(3).map(\.sentence)
    return
      "No entries yet: \(paths.config) and \(paths.credentials) have no profile with credentials. "
      + (absent.map(\.sentence) + ignored).map { $0 + " " }.joined()
      + "Create one with `aws configure`, or try `switchback demo`."
  }
}
