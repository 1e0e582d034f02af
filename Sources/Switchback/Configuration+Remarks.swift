import AWSConfig
import Accounts
import Glibc

extension Configuration {
  /// What is used as it is written, and may yet be meant otherwise: only `config` looks for it.
  fileprivate var remarks: [Diagnostic] {
    shared.longChains + settings.ruleRemarks(on: catalogue.entries) + unaskedSources
  }

  /// All that `config` lists: what was not read as it should be, what makes entries unusable, and remarks.
  func diagnosticsOfAll(_ world: World) -> [Diagnostic] {
    diagnostics + problems(world).diagnostics + absentFiles + unknownTheme(world)
      + remarks
  }

  /// A credentials file need not be there where other entries are.
  private var absentFiles: [Diagnostic] {
    absent.filter { $0.path == paths.config || catalogue.entries.isEmpty }.map(\.diagnostic)
  }

  /// The themes that the settings name and that cannot be used.
  private func unknownTheme(_ world: World) -> [Diagnostic] {
    guard let origin = settings.themeOrigin else { return [] }
    let names = Set([settings.theme.dark, settings.theme.light].compactMap(\.self)).sorted()
    return names.compactMap { name in
      do throws(UnknownScheme) { _ = try world.schemes.scheme(named: name) } catch {
        return Diagnostic(origin, "\(error)")
      }
      return nil
    }
  }

  /// What makes entries unusable, or is not used as it is written.
  func problems(_ world: World) -> Problems {
    shared.problems(environment: world.environment, limits: limitFaults)
  }

  /// The entries that do not ask though one that they take their credentials from does.
  private var unaskedSources: [Diagnostic] {
    let asking = Set(catalogue.entries.filter(\.label.confirm).map(\.name))
    guard !asking.isEmpty else { return [] }
    return catalogue.entries.compactMap { entry in
      guard !entry.label.confirm, let source = source(of: entry.name, among: asking) else {
        return nil
      }
      return Diagnostic(
        shared.profile(entry.name)?.place(of: .sourceProfile) ?? entry.origin,
        "The entry '\(entry.name)' is switched to without a question, though '\(source)', which it takes its "
          + "credentials from, asks: say `confirm: true` of it too, if that is meant.")
    }
  }

  /// The nearest of these that an entry takes its credentials from.
  private func source(of name: String, among wanted: Set<String>) -> String? {
    var passed: Set<String> = []
    var next = name
    while passed.count <= RoleChain.longest, passed.insert(next).inserted,
      let source = shared.profile(next)?.nonEmpty(.sourceProfile)
    {
      if source != name, wanted.contains(source) { return source }
      next = source
    }
    return nil
  }

  /// Says, once, what is in the place of `config.yaml` and is not read.
  func tellOfOtherSettings(_ world: World) {
    if let otherSettings { world.say(otherSettings.sentence) }
  }
}

/// A file that was most likely meant for settings, in the folder of a `config.yaml` that is not there.
struct OtherSettings: Sendable {
  let file: String

  /// Nil where there is none.
  init?(inPlaceOf settingsFile: String) {
    guard access(settingsFile, F_OK) != 0, errno == ENOENT else { return nil }
    let parent = folder(of: settingsFile)
    let names = ((try? files(in: parent)) ?? []).filter { Self.isLikely($0.lowercased()) }
    guard let name = names.min() else { return nil }
    file = parent + "/" + name
  }

  var sentence: String {
    "\(file) is not read, and so protects nothing: its name must be config.yaml."
  }

  var diagnostic: Diagnostic { Diagnostic(Origin(file: file, line: 1), sentence) }

  /// True for the program's name or a word for settings, with an ending of YAML, another that editors give, or none.
  private static func isLikely(_ name: String) -> Bool {
    let parts = name.split(separator: ".", maxSplits: 1)
    guard let stem = parts.first,
      ["config", "configuration", "settings", "switchback"].contains(stem)
    else { return false }
    return parts.count == 1
      || ["yaml", "yml", "yaml.txt", "yml.txt", "txt", "json", "toml"].contains(parts[1])
  }
}
